namespace Tajriba.Touchpoints.Insights;

/// <summary>On what a claim rests: a page of the product that shows it as it is today, or the words of somebody.</summary>
/// <param name="Path">Of a live view its path with the query, else null.</param>
/// <param name="Text">The quote, or what the view shows.</param>
public sealed record Evidence(string? Path, string Text)
{
    public const int LongestPath = 500;

    /// <summary>Reads a line: a path, perhaps with a bar and what it shows, or a quote. Null where a path leads out of the house or is too long.</summary>
    public static Evidence? Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string text = line.Trim();
        if (!text.StartsWith('/'))
        {
            return text.Length is > 0 and <= InsightContent.LongestText ? new(null, text) : null;
        }

        string[] parts = text.Split('|', 2, StringSplitOptions.TrimEntries);
        return IsPath(parts[0]) ? new(parts[0], parts.Length > 1 ? parts[1] : "") : null;
    }

    /// <summary>As it was typed.</summary>
    public override string ToString() => Path is null ? Text : Text.Length == 0 ? Path : Path + " | " + Text;

    /// <summary>Whether a text is a path inside the house.</summary>
    public static bool IsPath(string text)
        => text is { Length: > 1 and <= LongestPath } && text[0] == '/' && text[1] is not ('/' or '\\') && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
