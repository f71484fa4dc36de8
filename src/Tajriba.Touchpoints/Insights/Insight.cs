using System.Collections.Immutable;
using System.Globalization;

namespace Tajriba.Touchpoints.Insights;

/// <summary>Something that the house knows of its customers: one claim, its evidence, and what was made of it. Immutable.</summary>
public sealed record Insight
{
    private Insight(long id, InsightContent content) => (Id, Content) = (id, content);

    /// <summary>The house's number of it.</summary>
    public long Id { get; }

    /// <summary>What it is called.</summary>
    public string Code => CodeOf(Id);

    public InsightContent Content { get; private init; }

    public InsightState State { get; private init; }

    /// <summary>What was decided because of it, the first first.</summary>
    public ImmutableArray<InsightDecision> Decisions { get; private init; } = [];

    /// <summary>All that was done about it, the first first.</summary>
    public ImmutableArray<InsightMoment> Moments { get; private init; } = [];

    /// <summary>What it said before its last change, or null.</summary>
    public InsightContent? Before { get; private init; }

    public static string CodeOf(long id) => "I-" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number of a code, or null where it is none.</summary>
    public static long? IdOf(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.StartsWith("I-", StringComparison.Ordinal) && long.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? id : null;
    }

    /// <summary>The insight that moments make; the first tells it.</summary>
    public static Insight Of(long id, IReadOnlyList<InsightMoment> moments)
    {
        ArgumentNullException.ThrowIfNull(moments);
        return moments.Count > 0 && moments[0] is InsightMoment.Told told
            ? moments.Aggregate(new Insight(id, told.Content), (insight, moment) => insight.After(moment) with { Moments = insight.Moments.Add(moment) })
            : throw new InvalidOperationException("Nobody told this insight.");
    }

    /// <summary>Whether somebody should look now whether it still holds.</summary>
    public bool IsDue(DateOnly today) => State == InsightState.Holds && Content.ReviewOn <= today;

    /// <summary>Why something cannot be done now, or null where it can.</summary>
    /// <param name="moment">What is to be done.</param>
    /// <param name="today">The day on which it is done.</param>
    public InsightFault? Fault(InsightMoment moment, DateOnly today) => moment switch
    {
        InsightMoment.Changed changed => State == InsightState.Holds ? FaultOf(changed.Content, today) : InsightFault.NotNow,
        InsightMoment.Reviewed reviewed => State != InsightState.Holds ? InsightFault.NotNow : reviewed.Next <= today ? InsightFault.NeedsReview : null,
        InsightMoment.Refuted refuted => State != InsightState.Holds ? InsightFault.NotNow : IsEmpty(refuted.Text),
        InsightMoment.Retired => State == InsightState.Holds ? null : InsightFault.NotNow,
        InsightMoment.Restored => State == InsightState.Holds ? InsightFault.NotNow : null,
        InsightMoment.Decided decided => State != InsightState.Holds ? InsightFault.NotNow : IsEmpty(decided.Text),
        InsightMoment.Seen seen => seen.Decision < 1 || seen.Decision > Decisions.Length ? InsightFault.NoSuchDecision : IsEmpty(seen.Text),
        _ => InsightFault.NotNow,
    };

    /// <summary>What is missing in what somebody wants to tell, or null.</summary>
    public static InsightFault? FaultOf(InsightContent content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(content);
        return string.IsNullOrWhiteSpace(content.Claim) ? InsightFault.NeedsText
            : content.Evidence.Count == 0 ? InsightFault.NeedsEvidence
            : content.ReviewOn <= today ? InsightFault.NeedsReview
            : null;
    }

    private static InsightFault? IsEmpty(string text) => string.IsNullOrWhiteSpace(text) ? InsightFault.NeedsText : null;

    private Insight After(InsightMoment moment) => moment switch
    {
        InsightMoment.Changed changed => this with { Content = changed.Content, Before = Content },
        InsightMoment.Reviewed reviewed => this with { Content = Content with { ReviewOn = reviewed.Next, Confidence = reviewed.Confidence } },
        InsightMoment.Refuted => this with { State = InsightState.Refuted },
        InsightMoment.Retired => this with { State = InsightState.Retired },
        InsightMoment.Restored => this with { State = InsightState.Holds },
        InsightMoment.Decided decided => this with { Decisions = Decisions.Add(new(Decisions.Length + 1, decided, null)) },
        InsightMoment.Seen seen => this with { Decisions = Decisions.SetItem(seen.Decision - 1, Decisions[seen.Decision - 1] with { Effect = seen }) },
        _ => this,
    };
}
