using System.Runtime.InteropServices;

namespace Tajriba.TextAnalysis;

/// <summary>A token of a folded text.</summary>
/// <param name="Start">The index of its first character in <see cref="FoldedText.Match"/>.</param>
/// <param name="Length">Its length there, in UTF-16 units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Elongated">True where a letter or mark stood three times or more in a row.</param>
/// <param name="Arabic">True for a word in Arabic script.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Token(int Start, int Length, TokenKind Kind, bool Elongated, bool Arabic)
{
    /// <summary>The index after its last character.</summary>
    public int End => Start + Length;
}
