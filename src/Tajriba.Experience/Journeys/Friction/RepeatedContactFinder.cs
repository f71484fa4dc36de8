using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>
/// Contact made again about the same thing within the definition's days, over the journeys of one object: a call that follows
/// a journey that seemed settled counts against that journey. The thing is the subject attribute's value, or the event's name
/// where the definition names no attribute. Time lost: from the contact to the one that repeats it.
/// </summary>
internal static class RepeatedContactFinder
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    public static IEnumerable<FrictionTally> Find(Selection selection, ExposureCells cells)
    {
        var log = selection.Log;
        if (log.Definition.ContactEvents.Count == 0)
        {
            return [];
        }

        var subjects = log.Definition.SubjectAttribute.Length > 0 ? log.View.Log.Column(log.Definition.SubjectAttribute) : null;
        var bySubject = subjects is { Level: AttributeLevel.Event };
        var contact = new bool[log.Activities.Count];
        foreach (var name in log.Definition.ContactEvents)
        {
            if (log.Activities.IndexOf(name) is >= 0 and var code)
            {
                contact[code] = true;
            }
        }

        var window = log.Definition.RepeatDays * MicrosecondsPerDay;
        var view = selection.View;
        var codes = view.ActivityCodes;
        var times = view.Times;
        var starts = view.Starts;
        var ends = view.Ends;
        var subjectCodes = bySubject ? subjects!.Codes : default;
        var tallies = new Dictionary<int, FrictionTally>();
        var lastContact = new Dictionary<int, (int Journey, long Time)>();
        var lastObject = -1;
        for (var i = 0; i < selection.Count; i++)
        {
            var journey = selection.Journeys[i];
            var thisObject = view.CaseAt(i);
            if (thisObject != lastObject)
            {
                lastContact.Clear();
                lastObject = thisObject;
            }

            for (int p = starts[i], end = ends[i]; p < end; p++)
            {
                if (!contact[codes[p]])
                {
                    continue;
                }

                var thing = bySubject ? subjectCodes[view.EventAt(p)] : codes[p];
                if (thing < 0)
                {
                    continue;
                }

                if (!tallies.TryGetValue(thing, out var tally))
                {
                    tally = new(
                        new(FrictionKind.RepeatedContact, bySubject ? "subject" : "event", bySubject ? subjects!.Values[thing] : log.Activities[thing], ""),
                        cells);
                    tallies.Add(thing, tally);
                }

                if (lastContact.TryGetValue(thing, out var last) && times[p] - last.Time <= window)
                {
                    tally.Hit(last.Journey, times[p] - last.Time);
                }

                tally.Expose(journey);
                lastContact[thing] = (journey, times[p]);
            }
        }

        return tallies.Values;
    }
}
