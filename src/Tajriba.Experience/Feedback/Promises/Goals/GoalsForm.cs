using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Promises.Goals;

/// <summary>Goals as their form sends them: working hours, in any digits.</summary>
internal static class GoalsForm
{
    public static string Answer(CasePriority priority) => "answer-" + priority;

    public static string Resolution(CasePriority priority) => "resolution-" + priority;

    /// <summary>The goals, and what is wrong with them: <c>number</c>, or <c>goal</c> where one cannot be.</summary>
    public static GoalsPlan? Parse(IFormCollection form, Read read, out string? fault)
    {
        var goals = new Dictionary<CasePriority, PriorityGoals>();
        fault = "number";
        foreach (CasePriority priority in Enum.GetValues<CasePriority>())
        {
            if (!TryHours(form[Answer(priority)].ToString(), read, out TimeSpan? answer) || !TryHours(form[Resolution(priority)].ToString(), read, out TimeSpan? resolution))
            {
                return null;
            }

            goals.Add(priority, new(answer, resolution));
        }

        var plan = new GoalsPlan(goals);
        fault = plan.Fault() is null ? null : "goal";
        return fault is null ? plan : null;
    }

    private static bool TryHours(string typed, Read read, out TimeSpan? hours)
    {
        hours = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return true;
        }

        if (read.Number(typed) is not { } number || number is <= 0 or > 100_000)
        {
            return false;
        }

        hours = TimeSpan.FromMinutes((double)Math.Round(number * 60));
        return true;
    }
}
