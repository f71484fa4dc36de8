using System.Text;
using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Finds whom a schedule asks: customers with an event of the programme's within some days, each by their latest one.</summary>
internal sealed class Population(IExperienceLog log)
{
    private const int Part = 1000;

    /// <summary>Their latest events that fit, oldest first.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> OfAsync(ProgrammeSettings settings, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var latest = Latest(settings, Microseconds.Of(until.AddDays(-settings.WithinDays)), Microseconds.Of(until), cancellationToken);
        var events = new List<LoggedEvent>(latest.Count);
        foreach (var part in latest.Values.Select(l => l.Position).Distinct().Order().Chunk(Part))
        {
            events.AddRange(await log.GetAsync(part, cancellationToken));
        }

        return events;
    }

    private Dictionary<long, (long Time, long Position)> Latest(ProgrammeSettings settings, long from, long until, CancellationToken cancellationToken)
    {
        var latest = new Dictionary<long, (long Time, long Position)>();
        int name = log.Names.FindEventName(settings.EventName), customer = log.Names.FindObjectType("customer");
        if (name == 0 || customer == 0)
        {
            return latest;
        }

        log.Scan(
            0,
            (in CodedEvent item) =>
            {
                int place;
                if (item.Name == name && item.Time >= from && item.Time <= until && (place = item.ObjectTypes.IndexOf(customer)) >= 0
                    && (!latest.TryGetValue(item.Objects[place], out var known) || item.Time >= known.Time)
                    && (settings.Conditions.Count == 0 || Trigger.Meets(settings, Text(item.Attributes))))
                {
                    latest[item.Objects[place]] = (item.Time, item.Position);
                }
            },
            withAttributes: settings.Conditions.Count > 0,
            cancellationToken);
        return latest;
    }

    private static string? Text(ReadOnlySpan<byte> attributes) => attributes.IsEmpty ? null : Encoding.UTF8.GetString(attributes);
}
