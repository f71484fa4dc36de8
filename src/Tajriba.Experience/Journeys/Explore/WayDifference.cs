using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>How one way differs from another: the steps of both in order, each marked (longest common subsequence).</summary>
public static class WayDifference
{
    private const int Longest = 300;

    /// <summary>No name in the log holds it.</summary>
    private const char Between = '\0';

    /// <summary>Whether a step is of both ways, or only of the one or the other.</summary>
    public enum Mark
    {
        /// <summary>Both go over it.</summary>
        Both,

        /// <summary>Only the way itself does.</summary>
        More,

        /// <summary>Only the one it is held against does.</summary>
        Less,
    }

    /// <param name="way">The way.</param>
    /// <param name="usual">What it is held against.</param>
    /// <returns>The steps in order; very long ways come as they are, unmarked.</returns>
    public static IReadOnlyList<(string Step, Mark Mark)> Of(IReadOnlyList<string> way, IReadOnlyList<string> usual)
    {
        ArgumentNullException.ThrowIfNull(way);
        ArgumentNullException.ThrowIfNull(usual);
        if (way.Count > Longest || usual.Count > Longest)
        {
            return [.. way.Select(step => (step, Mark.Both))];
        }

        var pieces = InlineDiffBuilder.Diff(Text(usual), Text(way), ignoreWhiteSpace: false, ignoreCase: false, new Steps()).Lines;
        return [.. pieces.Select(p => (p.Text, p.Type switch { ChangeType.Unchanged => Mark.Both, ChangeType.Inserted => Mark.More, _ => Mark.Less }))];
    }

    private static string Text(IReadOnlyList<string> way) => string.Join(Between, way);

    private sealed class Steps : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text.Length == 0 ? [] : text.Split(Between);
    }
}
