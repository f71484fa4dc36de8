using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Rules.Handlers;

/// <summary>Who gets a case: of those who may handle it in its unit, know the matter and the language and have room, the one with the most room.</summary>
public sealed class CaseRouting(FeedbackSettings settings, IActingPersons persons, IDatabase database)
{
    /// <summary>What somebody gets by themselves; null: nothing.</summary>
    public HandlerProfile? ProfileOf(long person)
        => settings.Find(SettingKind.Handler, KeyOf(person)) is { Body: { } body } ? JsonSerializer.Deserialize<HandlerProfile>(body, FeedbackSettings.Json) : null;

    /// <summary>Id of the person; null where nobody suits, so that it waits for whoever takes it.</summary>
    /// <param name="unit">Code of the unit that has to answer.</param>
    /// <param name="topics">What it is about.</param>
    /// <param name="language">The customer's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<long?> ChooseAsync(string? unit, IReadOnlyCollection<string> topics, string? language, CancellationToken cancellationToken = default)
    {
        if (!settings.Of(SettingKind.Handler).Any())
        {
            return null;
        }

        var suited = (await persons.HoldersAsync(FeedbackPermissions.Handle, unit, cancellationToken))
            .Select(h => (Holder: h, Profile: ProfileOf(h.Person.Id)))
            .Where(h => h.Profile?.Suits(topics, language) == true)
            .ToList();
        if (suited.Count == 0)
        {
            return null;
        }

        Dictionary<long, long> open = await OpenAsync([.. suited.Select(h => h.Holder.Person.Id)], cancellationToken);

        // Those who belong nearest to the unit first; among them whoever has the greatest share of their room left.
        return suited
            .Select(h => (h.Holder, Used: open.GetValueOrDefault(h.Holder.Person.Id) / (double)h.Profile!.MostOpen))
            .Where(h => h.Used < 1)
            .GroupBy(h => h.Holder.Through)
            .FirstOrDefault()
            ?.OrderBy(h => h.Used).ThenBy(h => h.Holder.Person.Id).First().Holder.Person.Id;
    }

    /// <summary>How many open cases people have.</summary>
    public async Task<Dictionary<long, long>> OpenAsync(IReadOnlyList<long> people, CancellationToken cancellationToken = default)
    {
        if (people.Count == 0)
        {
            return [];
        }

        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command(
            $"SELECT handler, COUNT(*) FROM feedback_cases WHERE is_open = 1 AND handler IN ({string.Join(", ", people.Select(p => p.ToString(CultureInfo.InvariantCulture)))}) GROUP BY handler")
            .ListAsync(row => (Person: row.GetInt64(0), Count: row.GetInt64(1)), cancellationToken)).ToDictionary(r => r.Person, r => r.Count);
    }

    /// <summary>What a person is called in the settings.</summary>
    public static string KeyOf(long person) => person.ToString(CultureInfo.InvariantCulture);
}
