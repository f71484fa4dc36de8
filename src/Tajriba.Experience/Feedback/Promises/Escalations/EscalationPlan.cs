namespace Tajriba.Experience.Feedback.Promises.Escalations;

/// <summary>What happens when nobody acts.</summary>
/// <param name="Steps">By share, the smallest first; at most <see cref="MostSteps"/>.</param>
/// <param name="CloseAfterDays">After so many days without a word from the customer a resolved case closes.</param>
public sealed record EscalationPlan(IReadOnlyList<EscalationStep> Steps, int CloseAfterDays)
{
    /// <summary>The most steps there can be.</summary>
    public const int MostSteps = 4;

    /// <summary>The smallest and the greatest share of a goal.</summary>
    public const double Least = 0.1, Most = 10;

    /// <summary>The longest that a resolved case stays open to objection.</summary>
    public const int MostDays = 365;

    /// <summary>What holds while nothing is set.</summary>
    public static EscalationPlan Usual { get; } = new([new(0.8, EscalationTo.Handler, false), new(1, EscalationTo.Unit, false), new(2, EscalationTo.Above, true)], 7);

    /// <summary>What is wrong with it: <c>share</c>, <c>steps</c> or <c>days</c>; null for nothing.</summary>
    public string? Fault()
        => Steps.Count > MostSteps ? "steps"
            : Steps.Any(s => !(s.Share is >= Least and <= Most) || !Enum.IsDefined(s.To)) || Steps.Zip(Steps.Skip(1)).Any(pair => pair.First.Share >= pair.Second.Share) ? "share"
            : CloseAfterDays is < 1 or > MostDays ? "days"
            : null;
}
