using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Insights;

/// <summary>What the log is told of insights.</summary>
public static class InsightFacts
{
    public const string Source = "room:insights";
    public const string Told = "Insight Told";
    public const string Reviewed = "Insight Reviewed";
    public const string Refuted = "Insight Refuted";
    public const string Decided = "Insight Acted On";
    public const string Seen = "Insight Effect Seen";

    /// <summary>The fact of an insight's last moment, or null where the log need not know.</summary>
    internal static NewEvent? Of(Insight insight)
    {
        InsightMoment last = insight.Moments[^1];
        (string? name, object attributes) = last switch
        {
            InsightMoment.Told => (Told, new { insight = insight.Code, confidence = insight.Content.Confidence.ToString() }),
            InsightMoment.Reviewed reviewed => (Reviewed, new { insight = insight.Code, confidence = reviewed.Confidence.ToString() }),
            InsightMoment.Refuted => (Refuted, new { insight = insight.Code }),
            InsightMoment.Decided => (Decided, new { insight = insight.Code, decision = insight.Decisions.Length }),
            InsightMoment.Seen seen => (Seen, new { insight = insight.Code, decision = seen.Decision, effect = seen.Effect.ToString() }),
            _ => ((string?)null, new object()),
        };
        return name is null ? null : new NewEvent
        {
            Source = Source,
            Id = string.Create(CultureInfo.InvariantCulture, $"insight-{insight.Id}-{insight.Moments.Length}"),
            Name = name,
            Time = last.At,
            Objects = [new("insight", insight.Code)],
            Unit = insight.Content.Unit,
            Attributes = JsonSerializer.Serialize(attributes),
        };
    }
}
