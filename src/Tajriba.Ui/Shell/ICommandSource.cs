namespace Tajriba.Ui;

/// <summary>
/// Implemented by a room whose things the command palette should find; registered scoped. Returns only what the current
/// person may see.
/// </summary>
public interface ICommandSource
{
    /// <summary>Best matches first.</summary>
    /// <param name="query">What was typed, trimmed, never empty.</param>
    /// <param name="folded">The same after <see cref="Folding.Fold"/>.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<IReadOnlyList<Command>> FindAsync(string query, string folded, int limit, CancellationToken cancellationToken);
}
