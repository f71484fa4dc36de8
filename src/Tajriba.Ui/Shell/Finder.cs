namespace Tajriba.Ui.Shell;

/// <summary>Asks every source for what was typed.</summary>
public sealed class Finder(IEnumerable<ICommandSource> sources)
{
    private const int PerSource = 6;
    private const int MaxLength = 100;

    /// <summary>Matches of all sources, pages first; empty for an empty query.</summary>
    public async Task<IReadOnlyList<Command>> FindAsync(string? query, CancellationToken cancellationToken)
    {
        var typed = (query ?? "").Trim();
        var folded = Folding.Fold(typed.Length > MaxLength ? typed[..MaxLength] : typed);
        if (folded.Length == 0)
        {
            return [];
        }

        var found = new List<Command>();
        foreach (var source in sources)
        {
            found.AddRange((await source.FindAsync(typed, folded, PerSource, cancellationToken)).Take(PerSource));
        }

        return found;
    }
}
