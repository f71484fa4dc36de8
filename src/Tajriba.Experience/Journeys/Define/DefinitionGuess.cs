using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Access;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Define;

/// <summary>
/// Guesses a definition from what the events themselves show, for a person to correct: events with which most objects begin,
/// events after which nothing comes, whether an object is one journey, the longest usual pause, words that mean success or contact.
/// </summary>
public static class DefinitionGuess
{
    private const double MostBegin = 0.2;
    private const double NearlyAlwaysLast = 0.9;
    private const double WorthMentioning = 0.02;
    private const double SeldomBeginAgain = 0.3;
    private const double UsualPause = 0.99;
    private const double MicrosecondsPerDay = 8.64e10;
    private static readonly string[] SuccessWords = ["complete", "deliver", "approv", "accept", "paid", "payment", "won", "success", "resolved", "activated", "settled"];
    private static readonly string[] ContactWords = ["call", "contact", "complain", "inquir", "enquir", "chat", "ticket", "request received", "message", "question"];

    /// <summary>A definition over objects of a type.</summary>
    public static JourneyDefinition Of(ObjectLog objects, LocalName name)
    {
        ArgumentNullException.ThrowIfNull(objects);
        var events = objects.Events;
        if (events.EventCount == 0)
        {
            return new JourneyDefinition { Name = name, ObjectType = objects.ObjectType, TimeoutDays = 30 };
        }

        var graph = DirectlyFollowsGraph.Of(events);
        int[] codes = [.. Enumerable.Range(0, events.Activities.Count)];
        string[] starts = [.. codes.Where(a => graph.StartCounts[a] > MostBegin * events.CaseCount).Select(a => events.Activities[a])];
        string[] ends =
        [
            .. codes.Where(a => graph.EndCounts[a] > WorthMentioning * events.CaseCount && graph.EndCounts[a] >= NearlyAlwaysLast * graph.ActivityCounts[a])
                .Select(a => events.Activities[a]),
        ];
        var success = Named(events.Activities, codes, SuccessWords, graph, WorthMentioning * events.CaseCount).Take(1).ToArray();
        return new JourneyDefinition
        {
            Name = name,
            ObjectType = objects.ObjectType,
            OnePerObject = LivesOnce(objects),
            StartEvents = starts,
            EndEvents = ends,
            TimeoutDays = TimeoutOf(events),
            Success = success.Length == 0 ? null : new SuccessRule(success, "", ""),
            ContactEvents = [.. Named(events.Activities, codes, ContactWords, graph, 0)],
            Confounders = [.. Confounders(events)],
        };
    }

    /// <summary>
    /// Whether objects of the type come and go once: that with which one began seldom happens to it again. People are never guessed
    /// to, even where few of them have come back yet.
    /// </summary>
    private static bool LivesOnce(ObjectLog objects)
    {
        var events = objects.Events;
        var view = events.All();
        var again = 0;
        for (var c = 0; c < view.CaseCount; c++)
        {
            var steps = view.ActivityCodes[view.Starts[c]..view.Ends[c]];
            again += steps[1..].Contains(steps[0]) ? 1 : 0;
        }

        return objects.ObjectType is not (ObjectLogColumns.CustomerType or ObjectLogColumns.EmployeeType) && again < SeldomBeginAgain * view.CaseCount;
    }

    private static IEnumerable<string> Named(StringTable names, int[] codes, string[] words, DirectlyFollowsGraph graph, double fewest)
        => codes.Where(a => graph.ActivityCounts[a] > fewest && Array.Exists(words, w => names[a].Contains(w, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(a => graph.ActivityCounts[a]).Select(a => names[a]);

    /// <summary>The pause that 99 of 100 pauses stay below, in days rounded up, at least a week.</summary>
    private static int TimeoutOf(EventLog events)
    {
        var pauses = new List<long>();
        var every = Math.Max(1, events.EventCount / 200_000);
        var offsets = events.CaseOffsets;
        for (var c = 0; c < events.CaseCount; c += every)
        {
            for (var p = offsets[c] + 1; p < offsets[c + 1]; p++)
            {
                pauses.Add(events.Times[p] - events.Times[p - 1]);
            }
        }

        pauses.Sort();
        return pauses.Count == 0 ? 30 : Math.Clamp((int)Math.Ceiling(pauses[(int)(UsualPause * (pauses.Count - 1))] / MicrosecondsPerDay), 7, 365);
    }

    private static IEnumerable<string> Confounders(EventLog events)
        => events.Columns.Where(c => c.Level == AttributeLevel.Event && c.Name != ObjectLogColumns.Employee && c.Name != ObjectLogColumns.Channel
                && c.Name != ObjectLogColumns.Unit && c.Values.Count is >= 2 and <= 6)
            .Take(1).Select(c => c.Name);
}
