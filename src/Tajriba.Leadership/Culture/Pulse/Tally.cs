namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>How often a score was given.</summary>
/// <param name="Part">The part of the house: nearest shown unit above.</param>
/// <param name="Question">Key of the question, or of an index (<see cref="OfIndex"/>).</param>
/// <param name="Score">The answer, 1 to 5; of an index the points, 0 to 100.</param>
/// <param name="Answers">How often.</param>
public sealed record Tally(string Part, string Question, int Score, int Answers)
{
    /// <summary>The key under which people's own means of a dimension are counted: their spread is needed for an interval.</summary>
    public static string OfIndex(Dimension dimension) => "#" + dimension;
}
