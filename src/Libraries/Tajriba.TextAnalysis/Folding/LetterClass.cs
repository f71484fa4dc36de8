namespace Tajriba.TextAnalysis;

/// <summary>What folding does with a character.</summary>
internal enum LetterClass : byte
{
    Other,
    Space,
    Letter,
    Arabic,
    Digit,
    Mark,
    Control,
    Break,
    Several,
    Symbol,
}
