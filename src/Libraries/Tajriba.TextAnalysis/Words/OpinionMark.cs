namespace Tajriba.TextAnalysis;

/// <summary>What a word of the hand-made lists says by itself.</summary>
[Flags]
internal enum OpinionMark : byte
{
    None = 0,
    Positive = 1,
    Negative = 2,

    /// <summary>Turns what stands beside it.</summary>
    Negator = 4,
}
