using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>What an event means to a programme.</summary>
internal static class Trigger
{
    /// <summary>The invitation that follows from an event, or null.</summary>
    public static PlannedInvitation? Of(Programme programme, LoggedEvent told)
    {
        var settings = programme.Settings;
        var customer = told.Objects.FirstOrDefault(o => o.Type == "customer").Id;
        if (!programme.IsOn || settings.Trigger != TriggerKind.Event || told.Position <= programme.FromPosition || told.Name != settings.EventName || customer is null
            || !IsSampled(programme, customer))
        {
            return null;
        }

        if (!settings.Conditions.All(c => AttributePath.At(told.Attributes, c.Path) is { } value && c.Values.Contains(AttributePath.Text(value), StringComparer.Ordinal)))
        {
            return null;
        }

        var due = told.Time.AddMinutes(settings.DelayMinutes);
        return new PlannedInvitation(
            programme.Id, $"event:{told.Source}:{told.Id}", customer, told.Unit, Language(told.Attributes, settings), Context(told.Attributes, settings),
            JsonSerializer.Serialize(told.Objects.Where(o => o.Type != "customer")), due, due.AddDays(settings.ExpiryDays));
    }

    /// <summary>The same answer for the same person and programme, in a share of people that tends to the one wanted.</summary>
    public static bool IsSampled(Programme programme, string customer)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{programme.Key}\n{customer}"));
        return BitConverter.ToUInt64(hash) / (ulong.MaxValue + 1.0) < programme.Settings.Share;
    }

    private static string? Language(string? attributes, ProgrammeSettings settings)
    {
        var said = new[] { "language", "context.locale", "traits.language", "properties.language" }.Select(path => AttributePath.At(attributes, path)).FirstOrDefault(value => value is not null);
        return said is { } value && AttributePath.Text(value).Split('-', '_')[0].ToLowerInvariant() is var code && settings.Texts.Any(t => t.Language == code) ? code : null;
    }

    private static string? Context(string? attributes, ProgrammeSettings settings)
    {
        var context = new JsonObject();
        foreach (var path in settings.Context)
        {
            if (AttributePath.At(attributes, path) is { } value)
            {
                context[path[(path.LastIndexOf('.') + 1)..]] = JsonNode.Parse(value.GetRawText());
            }
        }

        return context.Count == 0 ? null : context.ToJsonString();
    }
}
