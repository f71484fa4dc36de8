namespace Tajriba.Ui;

/// <summary>Unicode isolates: keep a run's own direction from leaking into, or suffering from, the text around it.</summary>
public static class Bidi
{
    private const char LeftToRight = '\u2066';
    private const char RightToLeft = '\u2067';
    private const char FirstStrong = '\u2068';
    private const char Pop = '\u2069';

    /// <summary>A run that reads left to right (a signed number, a code).</summary>
    public static string Ltr(string text) => LeftToRight + text + Pop;

    /// <summary>A run that reads right to left.</summary>
    public static string Rtl(string text) => RightToLeft + text + Pop;

    /// <summary>A run whose direction its own first letter decides (a person's name inside a sentence).</summary>
    public static string Auto(string text) => FirstStrong + text + Pop;

    /// <summary>The text without marks, embeddings and isolates.</summary>
    public static string Strip(string text)
        => string.Concat(text.Where(c => c is not ((>= '\u200e' and <= '\u200f') or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'))));
}
