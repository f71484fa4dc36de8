namespace Tajriba.Leadership.Maturity.Results;

/// <summary>Words in drawings, which do not wrap by themselves.</summary>
internal static class DrawnLabel
{
    /// <summary>The words in one line or two of about the same length.</summary>
    /// <param name="text">The words.</param>
    /// <param name="longest">Letters that one line may have.</param>
    public static IReadOnlyList<string> Lines(string text, int longest)
    {
        if (text.Length <= longest || !text.Contains(' ', StringComparison.Ordinal))
        {
            return [text];
        }

        int[] spaces = [.. text.Select((c, i) => (c, i)).Where(p => p.c == ' ').Select(p => p.i)];
        int cut = spaces.MinBy(i => Math.Abs(i - (text.Length / 2)));
        return [text[..cut], text[(cut + 1)..]];
    }
}
