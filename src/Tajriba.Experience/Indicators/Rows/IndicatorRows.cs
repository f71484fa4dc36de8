using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Rows;

/// <summary>The observations behind an indicator's value, newest first.</summary>
public sealed class IndicatorRows(IndicatorReader reader, IExperienceLog log)
{
    private const string Customer = "customer";

    /// <summary>A page of rows.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="state">Which observations; what it is cut by does not matter.</param>
    /// <param name="hit">Only those that count (true) or that do not (false); null for all.</param>
    /// <param name="skip">Rows before the page.</param>
    /// <param name="take">Rows on it, at most 1,000.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The rows, and how many there are altogether.</returns>
    public async Task<(IReadOnlyList<IndicatorRow> Rows, int Total)> ReadAsync(
        IndicatorDefinition definition, IndicatorState state, bool? hit, int skip, int take, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, 1_000);
        var found = await FindAsync(definition, state, hit, cancellationToken);
        var page = found.Skip(skip).Take(take).ToList();
        var events = await log.GetAsync([.. page.Select(p => p.Position)], cancellationToken);
        var byPosition = events.ToDictionary(e => e.Position);
        var numbers = new Dictionary<string, long?>(StringComparer.Ordinal);
        var rows = new List<IndicatorRow>(page.Count);
        foreach (var (position, value) in page)
        {
            if (byPosition.TryGetValue(position, out var item))
            {
                rows.Add(await RowAsync(item, value, numbers, cancellationToken));
            }
        }

        return (rows, found.Count);
    }

    private async Task<List<(long Position, double Value)>> FindAsync(IndicatorDefinition definition, IndicatorState state, bool? hit, CancellationToken cancellationToken)
    {
        var selection = await reader.SelectAsync(definition, state, cancellationToken);
        var rows = selection.Observed.Rows;
        var found = new List<(long Time, long Position, double Value)>();
        selection.Each(reader.Days(definition, state), row =>
        {
            var said = selection.Rule.Said(rows.Values[row]);
            if (hit is null || Hits(definition, said) == hit)
            {
                found.Add((rows.Times[row], rows.Positions[row], said));
            }
        });
        found.Sort((a, b) => (b.Time, b.Position).CompareTo((a.Time, a.Position)));
        return [.. found.Select(f => (f.Position, f.Value))];
    }

    private static bool Hits(IndicatorDefinition definition, double value) => definition.Kind == IndicatorKind.NetShares ? value >= definition.High : value > 0;

    private async Task<IndicatorRow> RowAsync(LoggedEvent item, double value, Dictionary<string, long?> numbers, CancellationToken cancellationToken)
    {
        string? id = item.Objects.Where(o => o.Type == Customer).Select(o => o.Id).FirstOrDefault();
        long? number = null;
        if (id is not null && !numbers.TryGetValue(id, out number))
        {
            numbers.Add(id, number = await log.FindObjectAsync(Customer, id, cancellationToken));
        }

        return new(item.Position, item.Time, item.Name, value, item.Unit, item.Channel, id, number, item.Attributes);
    }
}
