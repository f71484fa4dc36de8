using Tajriba.Demo.Group;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>What an employee goes through: hiring, onboarding, training, certificates, leave, appraisal, and for some the end.</summary>
internal sealed class EmployeeStory(long seed, DemoCalendar calendar)
{
    private const int QuarterDays = 91;

    /// <summary>Shares of the answers 0-10 to the pulse.</summary>
    private static readonly double[] Pulses = [0.01, 0.01, 0.02, 0.03, 0.04, 0.09, 0.12, 0.18, 0.22, 0.16, 0.12];

    public void Tell(StoryInk ink, int employee)
    {
        var dice = Dice.Of(seed, Stream.Employee, employee);
        var self = new StoryObject(ObjectKind.Employee, employee);
        var tell = new Teller(ink, self, default, DemoStaff.UnitOf(employee), default);
        var hiredOn = employee < DemoStaff.AtStart ? 0 : ((employee - DemoStaff.AtStart + 1) * DemoStaff.HireEveryDays) + dice.Below(DemoStaff.HireEveryDays);
        if (employee >= DemoStaff.AtStart)
        {
            Hire(ref tell, ref dice, employee, hiredOn);
        }

        // Each strand of a working life has dice of its own, because it is told as far as it is asked for.
        var leavesOn = employee >= DemoStaff.AtStart && dice.Chance(0.3) ? hiredOn + dice.Between(90, 400) : int.MaxValue;
        dice = Dice.Of(seed, Stream.Employee, employee, (int)EventKind.TrainingAssigned);
        for (var day = hiredOn + dice.Between(25, 120); day <= ink.LastDay && day < leavesOn; day += dice.Between(120, 200))
        {
            Train(ref tell, ref dice, day);
        }

        dice = Dice.Of(seed, Stream.Employee, employee, (int)EventKind.SurveyAnswered);
        for (var day = hiredOn + dice.Between(40, QuarterDays); day <= ink.LastDay && day < leavesOn; day += QuarterDays)
        {
            tell.At(calendar.AtWork(day, ref dice), EventKind.SurveyAnswered, Channel.Website, StoryAttributes.Pulse(dice.Pick(Pulses)), DemoSurveys.Pulse.Object, handled: false);
        }

        dice = Dice.Of(seed, Stream.Employee, employee, (int)EventKind.LeaveRequested);
        for (var day = hiredOn + dice.Between(30, 90); day <= ink.LastDay && day < leavesOn; day += dice.Between(30, 70))
        {
            tell.At(calendar.AtWork(day, ref dice), EventKind.LeaveRequested, Channel.None, handled: false);
            tell.At(calendar.AtWork(day + dice.Between(1, 3), ref dice), EventKind.LeaveApproved, Channel.None, handled: false);
        }

        dice = Dice.Of(seed, Stream.Employee, employee, (int)EventKind.AppraisalHeld);
        for (var day = hiredOn + dice.Between(150, 365); day <= ink.LastDay && day < leavesOn; day += 365)
        {
            tell.At(calendar.AtWork(day, ref dice), EventKind.AppraisalHeld, Channel.Branch, StoryAttributes.Score(dice.Between(2, 5)), handled: false);
        }

        if (leavesOn < int.MaxValue)
        {
            dice = Dice.Of(seed, Stream.Employee, employee, (int)EventKind.EmployeeLeft);
            tell.At(calendar.AtWork(leavesOn + 4, ref dice), EventKind.EmployeeLeft, Channel.None, handled: false);
        }
    }

    private void Hire(ref Teller tell, ref Dice dice, int employee, int day)
    {
        tell.At(calendar.AtWork(day, ref dice), EventKind.EmployeeHired, Channel.Branch, StoryAttributes.Employee(employee), handled: false);
        tell.At(calendar.AtWork(day + 1, ref dice), EventKind.ContractSigned, Channel.Branch, handled: false);
        tell.At(calendar.AtWork(day + dice.Between(2, 5), ref dice), EventKind.WorkplacePrepared, Channel.None, handled: false);
        tell.At(calendar.AtWork(day + dice.Between(7, 16), ref dice), EventKind.AccessGranted, Channel.None, handled: false);
        tell.At(calendar.AtWork(day + dice.Between(19, 22), ref dice), EventKind.OnboardingFinished, Channel.Branch, handled: false);
    }

    private void Train(ref Teller tell, ref Dice dice, int day)
    {
        tell.At(calendar.AtWork(day, ref dice), EventKind.TrainingAssigned, Channel.Email, handled: false);
        tell.At(calendar.AtWork(day + dice.Between(5, 20), ref dice), EventKind.TrainingCompleted, Channel.Website, handled: false);
        if (dice.Chance(0.2))
        {
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(2, 6), ref dice), EventKind.ExamFailed, Channel.Website, StoryAttributes.Score(dice.Between(20, 59)), handled: false);
        }

        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(3, 9), ref dice), EventKind.CertificateEarned, Channel.Website, StoryAttributes.Score(dice.Between(60, 100)), handled: false);
    }
}
