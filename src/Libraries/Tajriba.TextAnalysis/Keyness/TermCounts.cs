namespace Tajriba.TextAnalysis;

/// <summary>How often words stand in the texts of one group and in those of all others.</summary>
public sealed class TermCounts
{
    private readonly Dictionary<string, (long Group, long Others)> counts = new(StringComparer.Ordinal);
    private readonly FoldedText folded = new();

    /// <summary>Each word with its counts.</summary>
    public IReadOnlyDictionary<string, (long Group, long Others)> Counts => counts;

    /// <summary>Counts the words of a text, folded; codes, numbers and marks are left out.</summary>
    public void Add(string text, bool inGroup)
    {
        folded.Fold(text);
        foreach (Token token in folded.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Emoji)
            {
                string term = folded.TextOf(token).ToString();
                (long group, long others) = counts.GetValueOrDefault(term);
                counts[term] = inGroup ? (group + 1, others) : (group, others + 1);
            }
        }
    }
}
