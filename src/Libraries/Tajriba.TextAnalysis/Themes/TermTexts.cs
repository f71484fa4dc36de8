namespace Tajriba.TextAnalysis;

/// <summary>The words that may tell a theme, and the texts that have each.</summary>
internal sealed class TermTexts
{
    private const int Shortest = 3;

    public TermTexts(IReadOnlyList<string> texts, ThemeSettings how)
    {
        var folded = new FoldedText();
        var found = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < texts.Count; i++)
        {
            folded.Fold(texts[i]);
            foreach (Token token in folded.Tokens)
            {
                if (token.Kind == TokenKind.Word && token.Length >= Shortest)
                {
                    Enter(found, folded.TextOf(token).ToString(), i);
                }
            }
        }

        (string Term, List<int> Texts)[] kept = [.. found.Where(f => f.Value.Count >= how.FewestTexts && f.Value.Count <= how.MostCommon * texts.Count)
            .OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key, StringComparer.Ordinal).Take(how.MostTerms).Select(f => (f.Key, f.Value))];
        Terms = [.. kept.Select(k => k.Term)];
        Texts = [.. kept.Select(k => k.Texts)];
    }

    public IReadOnlyList<string> Terms { get; }

    public IReadOnlyList<List<int>> Texts { get; }

    private static void Enter(Dictionary<string, List<int>> found, string term, int text)
    {
        if (!found.TryGetValue(term, out List<int>? texts))
        {
            found[term] = texts = [];
        }

        if (texts.Count == 0 || texts[^1] != text)
        {
            texts.Add(text);
        }
    }
}
