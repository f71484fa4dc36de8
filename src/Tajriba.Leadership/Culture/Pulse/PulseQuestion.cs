using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>A statement with which people agree or not, from 1 (not at all) to 5 (fully).</summary>
/// <param name="Key">Tells it from the others of all rounds.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="IsReversed">Whether agreeing speaks against it.</param>
/// <param name="Text">The statement.</param>
public sealed record PulseQuestion(string Key, Dimension Dimension, bool IsReversed, LocalName Text)
{
    /// <summary>The highest answer.</summary>
    public const int Most = 5;

    /// <summary>What an answer says of the dimension, 0 to 100.</summary>
    public double PointsOf(int answer) => 100.0 * (IsReversed ? Most - answer : answer - 1) / (Most - 1);
}
