using System.Text;
using Tajriba.Demo.Story;

namespace Tajriba.Demo.Tests;

/// <summary>The raw events by journey, read straight from the tape: an eye of our own, apart from the product's.</summary>
public sealed class JourneyFacts
{
    private readonly Dictionary<StoryObject, List<int>> events = [];

    public JourneyFacts(StoryTape tape)
    {
        Tape = tape;
        for (var i = 0; i < tape.Count; i++)
        {
            ref readonly var item = ref tape.Events[i];
            foreach (var one in (ReadOnlySpan<StoryObject>)[item.Subject, item.Other, item.Third, item.Fourth, item.Fifth])
            {
                if (one.Kind is ObjectKind.Lead or ObjectKind.Application or ObjectKind.Order or ObjectKind.Visit or ObjectKind.Complaint or ObjectKind.Request)
                {
                    if (!events.TryGetValue(one, out var list))
                    {
                        events.Add(one, list = []);
                    }

                    list.Add(i);
                }
            }
        }
    }

    public StoryTape Tape { get; }

    /// <summary>Journeys of a kind in which a step happened that ends them.</summary>
    public IEnumerable<StoryObject> Closed(ObjectKind kind, params EventKind[] ends)
        => events.Where(e => e.Key.Kind == kind && e.Value.Any(i => ends.Contains(Tape.Events[i].Kind))).Select(e => e.Key);

    public IEnumerable<StoryObject> All(ObjectKind kind) => events.Keys.Where(k => k.Kind == kind);

    public IReadOnlyList<int> Of(StoryObject journey) => events[journey];

    public bool Has(StoryObject journey, EventKind kind) => Count(journey, kind) > 0;

    public int Count(StoryObject journey, EventKind kind) => events[journey].Count(i => Tape.Events[i].Kind == kind);

    public StoryEvent First(StoryObject journey, EventKind kind) => Tape.Events[events[journey].First(i => Tape.Events[i].Kind == kind)];

    public IEnumerable<StoryEvent> Steps(StoryObject journey, EventKind kind)
        => events[journey].Select(i => Tape.Events[i]).Where(e => e.Kind == kind);

    /// <summary>The first attributes of a kind of step, as text.</summary>
    public string Attributes(StoryObject journey, params EventKind[] kinds)
        => Encoding.UTF8.GetString(Tape.Attributes(events[journey].First(i => kinds.Contains(Tape.Events[i].Kind))));
}
