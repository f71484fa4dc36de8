using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>What an event means to a programme.</summary>
internal static class Trigger
{
    /// <summary>The invitation that follows from an event at once or some time later, or null.</summary>
    public static PlannedInvitation? Of(Programme programme, LoggedEvent told)
    {
        var settings = programme.Settings;
        return programme.IsOn && settings.Trigger == TriggerKind.Event && told.Position > programme.FromPosition && told.Name == settings.EventName && Meets(settings, told.Attributes)
            ? Planned(programme, told, $"event:{told.Source}:{told.Id}", told.Time.AddMinutes(settings.DelayMinutes))
            : null;
    }

    /// <summary>The invitation about an event, or null where it concerns no customer or the customer is not drawn.</summary>
    public static PlannedInvitation? Planned(Programme programme, LoggedEvent told, string key, DateTimeOffset due)
    {
        var settings = programme.Settings;
        return CustomerOf(told) is { } customer && IsSampled(programme, customer, StratumOf(settings, told))
            ? new PlannedInvitation(
                programme.Id, key, customer, told.Unit, Language(told.Attributes, settings), Context(told, settings),
                JsonSerializer.Serialize(told.Objects.Where(o => o.Type != "customer")), due, due.AddDays(settings.ExpiryDays))
            : null;
    }

    public static string? CustomerOf(LoggedEvent told) => told.Objects.FirstOrDefault(o => o.Type == "customer").Id;

    /// <summary>Whether the conditions on the event hold.</summary>
    public static bool Meets(ProgrammeSettings settings, string? attributes) =>
        settings.Conditions.All(c => AttributePath.At(attributes, c.Path) is { } value && c.Values.Contains(AttributePath.Text(value), StringComparer.Ordinal));

    /// <summary>The value by which the share is chosen; null where the event has none, or all share alike.</summary>
    public static string? StratumOf(ProgrammeSettings settings, LoggedEvent told) => settings.StrataPath switch
    {
        "" => null,
        "@unit" => told.Unit,
        "@channel" => told.Channel,
        var path => AttributePath.At(told.Attributes, path) is { } value ? AttributePath.Text(value) : null,
    };

    /// <summary>The same answer for the same person and programme, in a share of people that tends to the one wanted of their stratum.</summary>
    public static bool IsSampled(Programme programme, string customer, string? stratum)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{programme.Key}\n{customer}"));
        return BitConverter.ToUInt64(hash) / (ulong.MaxValue + 1.0) < programme.Settings.ShareOf(stratum);
    }

    private static string? Language(string? attributes, ProgrammeSettings settings)
    {
        var said = new[] { "language", "context.locale", "traits.language", "properties.language" }.Select(path => AttributePath.At(attributes, path)).FirstOrDefault(value => value is not null);
        return said is { } value && AttributePath.Text(value).Split('-', '_')[0].ToLowerInvariant() is var code && settings.Texts.Any(t => t.Language == code) ? code : null;
    }

    /// <summary>What goes with the answer: the attributes that the programme names, and the step of the journey that it is asked about.</summary>
    private static string Context(LoggedEvent told, ProgrammeSettings settings)
    {
        var context = new JsonObject();
        foreach (var path in settings.Context)
        {
            if (AttributePath.At(told.Attributes, path) is { } value)
            {
                context[path[(path.LastIndexOf('.') + 1)..]] = JsonNode.Parse(value.GetRawText());
            }
        }

        context.TryAdd("step", told.Name);
        return context.ToJsonString();
    }
}
