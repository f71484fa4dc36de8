using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Sla;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Feedback.Cases.Facts;

/// <summary>What the log is told of cases: never what anybody wrote.</summary>
internal static class CaseFacts
{
    public const string Source = "room:feedback";
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The fact of a case's last moment, or null where the log need not know.</summary>
    /// <param name="kept">The case with that moment.</param>
    /// <param name="clocks">How its promises stand then.</param>
    public static NewEvent? Of(KeptCase kept, IReadOnlyList<SlaClock> clocks)
    {
        Case handled = kept.Case;
        string? name = NameOf(handled);
        if (name is null)
        {
            return null;
        }

        List<ObjectRef> objects = [new("case", handled.Code)];
        if (kept.About is { SubjectType: { } type, SubjectId: { } id })
        {
            objects.Insert(0, new(type, id));
        }

        if (kept.About.Feedback is { } feedback)
        {
            objects.Add(new("feedback", feedback));
        }

        if (handled.Handler is { } handler)
        {
            objects.Add(new("employee", handler.ToString(CultureInfo.InvariantCulture)));
        }

        return new NewEvent
        {
            Source = Source,
            Id = string.Create(CultureInfo.InvariantCulture, $"case-{handled.Code}-{handled.Moments.Length}"),
            Name = name,
            Time = handled.Moments[^1].At,
            Objects = objects,
            Channel = kept.About.Channel,
            Unit = handled.Unit,
            Attributes = JsonSerializer.Serialize(
                new
                {
                    @case = handled.Code,
                    priority = handled.Priority.ToString().ToLowerInvariant(),
                    rule = handled.Rule,
                    cause = name is "Case Resolved" or "Case Closed" ? handled.Cause : null,
                    goal = Goals(handled, clocks),
                    again = handled.Moments.Length == 1 && handled.Earlier is not null ? true : (bool?)null,
                    language = kept.About.Language,
                    rating = (handled.Moments[^1] as CaseMoment.Rated)?.Stars,
                    share = (handled.Moments[^1] as CaseMoment.Escalated)?.Share,
                    target = (handled.Moments[^1] as CaseMoment.Escalated)?.Target.ToString().ToLowerInvariant(),
                    into = (handled.Moments[^1] as CaseMoment.Merged)?.Into,
                },
                Json),
        };
    }

    private static string? NameOf(Case handled) => handled.Moments[^1] switch
    {
        CaseMoment.Opened => "Case Opened",
        CaseMoment.Assigned { To: not null } or CaseMoment.Moved { To: not null } => "Case Assigned",
        CaseMoment.Answered => "Case Answered",
        CaseMoment.Waited => "Case Paused",
        CaseMoment.Resumed => "Case Resumed",
        CaseMoment.Resolved => "Case Resolved",
        CaseMoment.Reopened => "Case Reopened",
        CaseMoment.Replied => Comeback(handled),
        CaseMoment.Closed => "Case Closed",
        CaseMoment.Merged => "Case Merged",
        CaseMoment.Parted => "Case Parted",
        CaseMoment.Escalated => "Case Escalated",
        CaseMoment.Rated => "Case Rated",
        _ => null,
    };

    /// <summary>A reply brings back what was done or wakes what waited; else it changes nothing that is counted.</summary>
    private static string? Comeback(Case handled)
    {
        var before = Case.Of(handled.Code, handled.Moments.RemoveAt(handled.Moments.Length - 1));
        return before.State switch
        {
            CaseState.Resolved or CaseState.Closed => "Case Reopened",
            CaseState.Waiting when handled.State != CaseState.Waiting => "Case Resumed",
            _ => null,
        };
    }

    /// <summary>The promise that the last moment has done: of answers the first alone, of resolutions each, since a case that comes up again goes on.</summary>
    private static Dictionary<string, object>? Goals(Case handled, IReadOnlyList<SlaClock> clocks)
    {
        SlaTarget? target = handled.Moments[^1] switch
        {
            CaseMoment.Answered when handled.Moments.Count(m => m is CaseMoment.Answered) == 1 => SlaTarget.Answer,
            CaseMoment.Resolved => SlaTarget.Resolution,
            _ => null,
        };
        return clocks.FirstOrDefault(c => c.Target == target) is { } clock
            ? new() { [clock.Target.ToString().ToLowerInvariant()] = new { kept = clock.IsKept, spent = (long)clock.Spent.TotalSeconds } }
            : null;
    }
}
