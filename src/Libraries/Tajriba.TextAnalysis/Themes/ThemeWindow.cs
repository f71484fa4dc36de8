namespace Tajriba.TextAnalysis;

/// <summary>The themes of a window of texts.</summary>
/// <param name="Themes">The themes, the largest first.</param>
/// <param name="NextId">The number of the next theme that is new; numbers are never used again.</param>
/// <param name="Known">All themes ever found, each as it was last: what the next window is compared with.</param>
public sealed record ThemeWindow(IReadOnlyList<Theme> Themes, int NextId, IReadOnlyList<Theme> Known)
{
    /// <summary>Before the first window.</summary>
    public static ThemeWindow None { get; } = new([], 1, []);
}
