namespace Tajriba.Experience.Journeys.Handovers;

/// <summary>Hand-overs between the places that give most and those that receive most.</summary>
/// <param name="From">Rows: who gives, the most frequent first.</param>
/// <param name="To">Columns: who receives, the most frequent first.</param>
/// <param name="Cells">For each row how its journeys pass to each column; null where they never do.</param>
/// <param name="Most">The largest count.</param>
public sealed record HandoverMatrix(IReadOnlyList<string> From, IReadOnlyList<string> To, IReadOnlyList<IReadOnlyList<HandoverTable.Pass?>> Cells, int Most)
{
    private const int MostPlaces = 20;

    public static HandoverMatrix Empty { get; } = new([], [], [], 0);

    public static HandoverMatrix Of(HandoverTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (from, to) = (Busiest(table, p => p.From), Busiest(table, p => p.To));
        var passes = table.Passes.ToDictionary(p => (p.From, p.To));
        return new(
            from,
            to,
            [.. from.Select(f => (IReadOnlyList<HandoverTable.Pass?>)[.. to.Select(t => passes.GetValueOrDefault((f, t)))])],
            passes.Count == 0 ? 0 : table.Passes.Max(p => p.Count));
    }

    private static string[] Busiest(HandoverTable table, Func<HandoverTable.Pass, string> place)
        => [.. table.Passes.GroupBy(place, StringComparer.Ordinal).OrderByDescending(g => g.Sum(p => (long)p.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostPlaces).Select(g => g.Key)];
}
