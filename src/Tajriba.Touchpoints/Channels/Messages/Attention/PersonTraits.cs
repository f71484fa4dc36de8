using System.Text.Json;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>What the log was last told of a person: traits, language, time zone. Read from the latest events of all identifiers of the person.</summary>
public sealed class PersonTraits(IExperienceLog log, IIdentities identities)
{
    /// <summary>Only so many of the latest events are read: what nobody told for so long is taken for unknown.</summary>
    public const int MostEvents = 200;

    private static readonly string[] Zones = ["traits.timezone", "traits.timeZone", "traits.time_zone", "context.timezone", "context.traits.timezone"];
    private static readonly string[] Languages = ["traits.language", "traits.locale", "context.locale"];

    /// <summary>By the customer's id; nothing is known of one that the log has not met.</summary>
    public async Task<KnownTraits> OfAsync(string customerId, CancellationToken cancellationToken = default)
    {
        if (await log.FindObjectAsync("customer", customerId, cancellationToken) is not { } number)
        {
            return KnownTraits.None;
        }

        IReadOnlyList<long> members = await identities.MembersOfAsync(await identities.PersonOfAsync(number, cancellationToken), cancellationToken);
        Timeline timeline = await log.ReadObjectsAsync([.. members.Append(number).Distinct()], null, MostEvents, cancellationToken);
        return Of(timeline.Events);
    }

    /// <param name="newestFirst">Events of one person.</param>
    public static KnownTraits Of(IEnumerable<LoggedEvent> newestFirst)
    {
        var traits = new Dictionary<string, string>(StringComparer.Ordinal);
        (string? zone, string? language) = (null, null);
        foreach (string attributes in newestFirst.Select(e => e.Attributes).OfType<string>())
        {
            using JsonDocument document = JsonDocument.Parse(attributes);
            JsonElement root = document.RootElement;
            zone ??= Zones.Select(path => Text(root, path)).FirstOrDefault(z => z is not null && TimeZoneInfo.TryFindSystemTimeZoneById(z, out _));
            language ??= Languages.Select(path => Text(root, path)).FirstOrDefault(l => l is { Length: >= 2 })?.Split('-', '_')[0].ToLowerInvariant();
            foreach (string place in new[] { "traits", "context.traits" })
            {
                if (At(root, place) is { ValueKind: JsonValueKind.Object } told)
                {
                    Add(traits, told, "");
                }
            }
        }

        return new KnownTraits(traits, zone, language);
    }

    /// <summary>What is told later stands before what was told earlier; objects within go by their path.</summary>
    private static void Add(Dictionary<string, string> traits, JsonElement told, string before)
    {
        foreach (JsonProperty member in told.EnumerateObject())
        {
            string path = before + member.Name;
            if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Add(traits, member.Value, path + ".");
            }
            else if (Text(member.Value) is { } text)
            {
                traits.TryAdd(path, text);
            }
        }
    }

    private static JsonElement? At(JsonElement at, string path)
    {
        foreach (string name in path.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static string? Text(JsonElement root, string path) => At(root, path) is { } value ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
