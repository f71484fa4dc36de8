namespace Tajriba.TextAnalysis;

/// <summary>What several texts of a window are about, found without examples.</summary>
/// <param name="Id">Its number, the same from window to window as long as its words overlap.</param>
/// <param name="Terms">Its folded words, the most frequent first; at least two.</param>
/// <param name="Texts">The places, in the list given, of the texts that have at least two of the words; rising.</param>
public sealed record Theme(int Id, IReadOnlyList<string> Terms, IReadOnlyList<int> Texts)
{
    /// <summary>Whether a folded text is of the theme: it has at least two of its words.</summary>
    public bool Holds(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new HashSet<string>();
        foreach (Token token in text.Tokens)
        {
            foreach (string term in Terms)
            {
                if (text.TextOf(token).SequenceEqual(term) && found.Add(term) && found.Count > 1)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
