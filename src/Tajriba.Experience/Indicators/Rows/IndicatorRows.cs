using System.Globalization;
using System.Text.Json;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Experience.Surveys;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Experience.Indicators.Rows;

/// <summary>The observations behind an indicator's value, newest first. Who it was stands only where the person may see that unit's customers.</summary>
public sealed class IndicatorRows(IndicatorReader reader, IExperienceLog log, SurveyStore surveys, ICurrentPerson person)
{
    /// <summary>Rows that are read at once, at most.</summary>
    public const int MostAtOnce = 1_000;

    private const string Customer = "customer";
    private const string Answered = "Survey Answered";

    /// <summary>A page of rows.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="state">Which observations; what it is cut by does not matter.</param>
    /// <param name="hit">Only those that count (true) or that do not (false); null for all.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows on it, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows, and how many there are altogether.</returns>
    public async Task<(IReadOnlyList<IndicatorRow> Rows, int Total)> ReadAsync(
        IndicatorDefinition definition, IndicatorState state, bool? hit, int skip, int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MostAtOnce);
        var found = await FindAsync(definition, state, hit, cancellationToken);
        return (skip >= found.Count ? [] : await PageAsync(found.GetRange(skip, Math.Min(take, found.Count - skip)), cancellationToken), found.Count);
    }

    /// <summary>All of them in pages; they are looked for once.</summary>
    public async IAsyncEnumerable<IReadOnlyList<IndicatorRow>> ReadAllAsync(
        IndicatorDefinition definition, IndicatorState state, bool? hit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(definition, state, hit, cancellationToken);
        for (var skip = 0; skip < found.Count; skip += MostAtOnce)
        {
            yield return await PageAsync(found.GetRange(skip, Math.Min(MostAtOnce, found.Count - skip)), cancellationToken);
        }
    }

    private async Task<List<Found>> FindAsync(IndicatorDefinition definition, IndicatorState state, bool? hit, CancellationToken cancellationToken)
    {
        var selection = await reader.SelectAsync(definition, state, cancellationToken);
        var rows = selection.Observed.Rows;
        var found = new List<Found>();
        selection.Each(reader.Days(definition, state), row =>
        {
            var said = selection.Rule.Said(rows.Values[row]);
            if (hit is null || Hits(definition, said) == hit)
            {
                found.Add(new(rows.Times[row], rows.Positions[row], said));
            }
        });
        found.Sort(static (a, b) => a.Time == b.Time ? b.Position.CompareTo(a.Position) : b.Time.CompareTo(a.Time));
        return found;
    }

    private static bool Hits(IndicatorDefinition definition, double value) => definition.Kind == IndicatorKind.NetShares ? value >= definition.High : value > 0;

    private async Task<IReadOnlyList<IndicatorRow>> PageAsync(List<Found> page, CancellationToken cancellationToken)
    {
        var customers = person.ScopeOf(CustomersPermissions.View);
        var answers = person.ScopeOf(SurveyPermissions.Responses);
        var events = await log.GetAsync([.. page.Select(p => p.Position).Distinct()], cancellationToken);
        var byPosition = events.ToDictionary(e => e.Position);
        var numbers = new Dictionary<string, long?>(StringComparer.Ordinal);
        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = new List<IndicatorRow>(page.Count);
        foreach (var (_, position, value) in page)
        {
            if (byPosition.TryGetValue(position, out var item))
            {
                var answer = item.Name == Answered;
                var named = customers.Contains(item.Unit);
                var row = new IndicatorRow(item.Position, item.Time, item.Name, value, item.Unit, item.Channel)
                {
                    Attributes = named && (!answer || answers.Contains(item.Unit)) ? item.Attributes : null,
                    Answer = answer && answers.Contains(item.Unit) ? await AnswerOfAsync(item, known, cancellationToken) : null,
                };
                rows.Add(named ? await WithCustomerAsync(row, item, numbers, cancellationToken) : row);
            }
        }

        return rows;
    }

    private async Task<IndicatorRow> WithCustomerAsync(IndicatorRow row, LoggedEvent item, Dictionary<string, long?> numbers, CancellationToken cancellationToken)
    {
        if (item.Objects.Where(o => o.Type == Customer).Select(o => o.Id).FirstOrDefault() is not { } id)
        {
            return row;
        }

        if (!numbers.TryGetValue(id, out var number))
        {
            numbers.Add(id, number = await log.FindObjectAsync(Customer, id, cancellationToken));
        }

        return row with { Customer = id, CustomerNumber = number };
    }

    /// <summary>The page of a response has the event's position for its number; surveys of other systems have none.</summary>
    private async Task<string?> AnswerOfAsync(LoggedEvent item, Dictionary<string, bool> known, CancellationToken cancellationToken)
    {
        if (SurveyOf(item) is not { } key)
        {
            return null;
        }

        if (!known.TryGetValue(key, out var isOurs))
        {
            known.Add(key, isOurs = await surveys.FindAsync(key, cancellationToken) is not null);
        }

        return isOurs ? string.Create(CultureInfo.InvariantCulture, $"/surveys/{Uri.EscapeDataString(key)}/responses/{item.Position}") : null;
    }

    private static string? SurveyOf(LoggedEvent item)
    {
        if (item.Attributes is not { } attributes)
        {
            return null;
        }

        using var document = JsonDocument.Parse(attributes);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("survey", out var survey) && survey.ValueKind == JsonValueKind.String ? survey.GetString() : null;
    }

    private readonly record struct Found(long Time, long Position, double Value);
}
