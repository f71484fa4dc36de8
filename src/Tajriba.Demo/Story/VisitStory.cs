using Tajriba.Demo.Group;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>A service visit: booked, dropped off, diagnosed, waited for parts, repaired, picked up, and sometimes brought back.</summary>
internal sealed class VisitStory(long seed, DemoCalendar calendar, int innocentSalt)
{
    private const int Hour = 3600;
    private const int Minute = 60;

    private static readonly double[] Parts = [0.4, 0.3, 0.2, 0.1];

    /// <summary>A visit that the innocent branch may or may not see again.</summary>
    /// <param name="Customer">Number of the customer.</param>
    /// <param name="Place">Place of the visit among the customer's.</param>
    /// <param name="Chance">True chance of a reopening.</param>
    public readonly record struct Candidate(int Customer, int Place, double Chance);

    /// <summary>Where set, hears of every visit of the innocent branch that closes within the history.</summary>
    public Action<Candidate>? Heard { get; init; }

    public static bool Reopens(long seed, int salt, in Candidate candidate)
        => Dice.Of(seed, Stream.Reopening, candidate.Customer, (candidate.Place * 1_000_000L) + salt).Chance(candidate.Chance);

    /// <summary>Tells one visit and returns the day on which it is closed.</summary>
    public int Tell(StoryInk ink, in CustomerProfile customer, int place, int vehicle, int day, ref int complaints)
    {
        var dice = Dice.Of(seed, Stream.Visit, customer.Number, place);
        var branch = customer.BranchOn(day);
        var visit = customer.Object(ObjectKind.Visit, place);
        var mechanic = new StoryObject(ObjectKind.Employee, DemoStaff.Mechanic(branch, dice.Below(DemoStaff.ServicePerBranch)));
        var facts = StoryAttributes.Case(customer);
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), visit, DemoStaff.ServiceUnit(branch), mechanic) { Along = customer.Object(ObjectKind.Vehicle, vehicle) };

        if (dice.Chance(0.92))
        {
            var bookedOn = day - dice.Between(2, 8);
            if (dice.Chance(0.4))
            {
                // Sent to the customer, not to a visit: there is none yet.
                new Teller(ink, customer.Object(ObjectKind.Customer), customer.Object(ObjectKind.Vehicle, vehicle), DemoGroup.Care, default)
                    .At(DemoCalendar.Anytime(bookedOn - dice.Between(1, 3), ref dice), EventKind.ServiceReminderSent, Channel.Sms, handled: false);
            }

            var channel = BookingChannel(bookedOn, ref dice);
            tell.At(DemoCalendar.Anytime(bookedOn, ref dice), EventKind.ServiceBooked, channel, facts, handled: false);
            tell.After(dice.Between(1, 5) * Minute, EventKind.BookingConfirmed, Channel.Sms, handled: false);
        }

        tell.At(calendar.AtWork(day, ref dice, 8, 11), EventKind.VehicleDroppedOff, Channel.Branch, facts);
        tell.After(dice.Between(5, 15) * Minute, EventKind.JobCardOpened, Channel.Branch);
        tell.After(dice.Between(10, 60) * Minute, EventKind.DiagnosisStarted, Channel.Branch);
        var needsPart = dice.Chance(0.42);
        var part = !needsPart ? default : dice.Chance(DemoParameters.GearboxShare(customer.Segment)) ? PartFamily.Gearbox : (PartFamily)dice.Pick(Parts);
        tell.After(dice.Between(20, 70) * Minute, EventKind.DiagnosisFinished, Channel.Branch, needsPart ? StoryAttributes.Part(part) : default);
        var price = dice.Between(2, needsPart ? 40 : 9);
        tell.After(dice.Between(10, 40) * Minute, EventKind.EstimateSent, dice.Chance(0.6) ? Channel.Sms : Channel.Messenger, StoryAttributes.Amount(price));
        tell.After(dice.Between(5, 90) * Minute, EventKind.EstimateApproved, dice.Chance(0.7) ? Channel.Phone : Channel.Messenger);

        var waits = needsPart && part == PartFamily.Gearbox;
        if (needsPart)
        {
            tell.After(dice.Between(5, 40) * Minute, EventKind.PartOrdered, Channel.Branch, StoryAttributes.Part(part));
            var days = waits ? dice.Between(DemoParameters.GearboxLeastDays, DemoParameters.GearboxMostDays) : dice.Between(1, 2);
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + days, ref dice, 8, 12), EventKind.PartArrived, Channel.Branch, StoryAttributes.Part(part));
        }

        Repair(ref tell, ref dice);
        tell.After(dice.Between(10, 60) * Minute, EventKind.InvoicePaid, dice.Chance(0.5) ? Channel.App : Channel.Branch, StoryAttributes.Amount(price));
        tell.After(dice.Between(5, 60) * Minute, EventKind.VehiclePickedUp, Channel.Branch, StoryAttributes.Case(customer), handled: false);

        var closedOn = (tell.Now / DemoCalendar.SecondsPerDay) + 14;
        var candidate = new Candidate(customer.Number, place, Chances.Reopening(waits, branch));
        if (branch == DemoGroup.Innocent && closedOn < DemoParameters.HistoryDays)
        {
            Heard?.Invoke(candidate);
        }

        var reopened = Reopens(seed, branch == DemoGroup.Innocent ? innocentSalt : 0, candidate);
        if (reopened)
        {
            tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 4), ref dice, 8, 11), EventKind.RepairReopened, Channel.Branch);
            Repair(ref tell, ref dice);
            tell.After(dice.Between(10, 60) * Minute, EventKind.VehiclePickedUp, Channel.Branch, StoryAttributes.Case(customer), handled: false);
        }

        var takenOn = tell.Now / DemoCalendar.SecondsPerDay;
        var returns = dice.Chance(Chances.Return(customer.Segment, waits, reopened, branch));
        tell.At(DemoCalendar.Anytime(takenOn + 1, ref dice), EventKind.SurveyInvited, Channel.Sms, more: DemoSurveys.AfterService.Object, handled: false);
        if (dice.Chance(DemoParameters.Answers(customer.Segment)))
        {
            var answer = ServiceAnswer.Of(seed, customer, place, new ServiceExperience(waits, reopened, branch == DemoGroup.Worse));
            tell.After(dice.Between(5, 1_200) * Minute, EventKind.SurveyAnswered, dice.Chance(0.6) ? Channel.Sms : Channel.App, StoryAttributes.Answer(answer), DemoSurveys.AfterService.Object, handled: false);
        }

        if (dice.Chance(Chances.VisitComplaint(waits, reopened, branch)))
        {
            var topic = waits ? 0 : reopened ? 1 : dice.Between(2, 3);
            new ComplaintStory(seed, calendar).Tell(ink, customer, complaints++, visit, DemoStaff.ServiceUnit(branch), takenOn + dice.Between(2, 4), topic);
        }

        var agreesOn = takenOn + dice.Between(5, 9);
        if (returns)
        {
            tell.At(DemoCalendar.Anytime(agreesOn, ref dice), EventKind.NextServiceAgreed, BookingChannel(agreesOn, ref dice), handled: false);
        }

        tell.At(((Math.Max(closedOn, takenOn + 10) * 24) + 20) * Hour, EventKind.VisitClosed, Channel.None, handled: false);
        return tell.Now / DemoCalendar.SecondsPerDay;
    }

    private static Channel BookingChannel(int day, ref Dice dice)
    {
        var app = DemoParameters.AppBookings(day);
        return dice.Pick([app, DemoParameters.PhoneShareBefore - app, 0.18, 0.10, 0.10]) switch
        {
            0 => Channel.App,
            1 => Channel.Phone,
            2 => Channel.Website,
            3 => Channel.Messenger,
            _ => Channel.Branch,
        };
    }

    private static void Repair(ref Teller tell, ref Dice dice)
    {
        tell.After(dice.Between(10, 90) * Minute, EventKind.RepairStarted, Channel.Branch);
        tell.After(dice.Between(30, 200) * Minute, EventKind.RepairFinished, Channel.Branch);
        tell.After(dice.Between(10, 40) * Minute, EventKind.QualityCheckPassed, Channel.Branch);
    }
}
