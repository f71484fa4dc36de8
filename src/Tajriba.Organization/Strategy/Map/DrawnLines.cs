namespace Tajriba.Organization.Strategy.Map;

/// <summary>Words in a drawing, which do not wrap by themselves.</summary>
public static class DrawnLines
{
    /// <summary>The words in lines of at most so many letters; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Of(string text, int longest, int most)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > longest)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        lines.Add(line);
        if (lines.Count > most)
        {
            lines.RemoveRange(most, lines.Count - most);
            lines[^1] += "…";
        }

        return [.. lines.Select(l => l.Length <= longest + 1 ? l : l[..longest] + "…")];
    }
}
