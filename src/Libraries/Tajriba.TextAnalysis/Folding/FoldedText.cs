namespace Tajriba.TextAnalysis;

/// <summary>
/// A text as it is compared, counted and learned from, with the way back to the text as written. An instance is a buffer:
/// fold one text after another with it and nothing is allocated once it has grown. Not for several threads at once.
/// </summary>
/// <remarks>
/// Folding is idempotent and takes time in proportion to the text. Equal under it: composed and decomposed letters, yeh and
/// kaf of either keyboard, tatweel, marks, zero-width non-joiner (or one of its fakes) and space, the scripts of digits, case.
/// Persian affixes are written as one word: <c>می‌روم</c> = <c>می روم</c> = <c>میروم</c>.
/// </remarks>
public sealed partial class FoldedText
{
    private char[] match = new char[256];
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int length;
    private Token[] tokens = new Token[64];
    private int tokenCount;

    /// <summary>The folded text: tokens with one space between them; codes as <c>&lt;url&gt;</c>, <c>&lt;phone&gt;</c> and so on.</summary>
    public ReadOnlySpan<char> Match => match.AsSpan(0, length);

    /// <summary>The tokens in their order.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, tokenCount);

    /// <summary>The folded text of a token.</summary>
    public ReadOnlySpan<char> TextOf(Token token) => match.AsSpan(token.Start, token.Length);

    /// <summary>Where a token stands in the text as written: the index of its first UTF-16 unit and the index after its last.</summary>
    public (int Start, int End) Written(Token token) => (from[token.Start], to[token.End - 1]);

    /// <summary>For each character of <see cref="Match"/> the index of the character as written that it came from; never falling.</summary>
    public ReadOnlySpan<int> Offsets => from.AsSpan(0, length);

    /// <summary>Folds a text; what the buffer held before is gone.</summary>
    /// <param name="text">Any UTF-16 text; lone surrogates are left out.</param>
    public FoldedText Fold(ReadOnlySpan<char> text)
    {
        ReadLetters(text);
        ReadTokens();
        return this;
    }

    /// <summary>The folded text of a text, as a new string.</summary>
    public static string Of(string text) => new FoldedText().Fold(text).Match.ToString();
}
