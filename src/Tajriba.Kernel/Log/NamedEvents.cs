namespace Tajriba.Kernel.Log;

/// <summary>Finds events by their names.</summary>
public static class NamedEvents
{
    /// <summary>The positions of events of some names in a portion of the log, in order, and how far it reaches.</summary>
    /// <param name="log">The log.</param>
    /// <param name="names">As sources write them.</param>
    /// <param name="after">Only events after it.</param>
    /// <param name="portion">So many positions at most.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public static (long Reached, IReadOnlyList<long> Positions) FindNamed(this IExperienceLog log, IEnumerable<string> names, long after, long portion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        int[] codes = [.. names.Select(log.Names.FindEventName).Where(code => code != 0)];
        var positions = new List<long>();
        long reached = log.Scan(
            after,
            Math.Min(log.Head, after + portion),
            (in CodedEvent item) =>
            {
                if (codes.Contains(item.Name))
                {
                    positions.Add(item.Position);
                }
            },
            withAttributes: false,
            cancellationToken);
        return (reached, positions);
    }
}
