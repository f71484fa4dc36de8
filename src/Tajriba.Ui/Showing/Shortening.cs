namespace Tajriba.Ui;

/// <summary>Texts that are longer than there is room for.</summary>
public static class Shortening
{
    /// <summary>The text itself where it is no longer than that, else its beginning: never half of a character that takes two UTF-16 units.</summary>
    /// <param name="text">As written.</param>
    /// <param name="most">UTF-16 units of the text that are kept.</param>
    /// <param name="end">What stands in the place of the rest.</param>
    public static string Shorten(this string text, int most, string end = "…")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + end;
    }
}
