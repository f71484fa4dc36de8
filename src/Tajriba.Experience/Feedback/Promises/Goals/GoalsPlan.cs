using NodaTime;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Promises.Goals;

/// <summary>What every priority promises.</summary>
public sealed record GoalsPlan(IReadOnlyDictionary<CasePriority, PriorityGoals> Priorities)
{
    /// <summary>The longest that can be promised, in working time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The shortest.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>What holds while nothing is set.</summary>
    public static GoalsPlan Usual { get; } = new(new Dictionary<CasePriority, PriorityGoals>
    {
        [CasePriority.Low] = new(TimeSpan.FromHours(16), TimeSpan.FromHours(80)),
        [CasePriority.Normal] = new(TimeSpan.FromHours(8), TimeSpan.FromHours(40)),
        [CasePriority.High] = new(TimeSpan.FromHours(4), TimeSpan.FromHours(16)),
        [CasePriority.Urgent] = new(TimeSpan.FromHours(1), TimeSpan.FromHours(8)),
    });

    /// <summary>The goals of a priority.</summary>
    public IReadOnlyList<SlaGoal> Of(CasePriority priority)
    {
        PriorityGoals? goals = Priorities.GetValueOrDefault(priority);
        var made = new List<SlaGoal>(2);
        if (goals?.Answer is { } answer)
        {
            made.Add(new(SlaTarget.Answer, Duration.FromTimeSpan(answer)));
        }

        if (goals?.Resolution is { } resolution)
        {
            made.Add(new(SlaTarget.Resolution, Duration.FromTimeSpan(resolution)));
        }

        return made;
    }

    /// <summary>The first priority whose goals cannot be: too short, too long, or resolved before answered. Null where all can.</summary>
    public CasePriority? Fault() => Priorities.Where(p => IsOut(p.Value.Answer) || IsOut(p.Value.Resolution) || p.Value.Resolution < p.Value.Answer).Select(p => (CasePriority?)p.Key).FirstOrDefault();

    private static bool IsOut(TimeSpan? goal) => goal < Shortest || goal > Longest;
}
