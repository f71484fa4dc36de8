namespace Tajriba.TextAnalysis;

/// <summary>
/// How near texts are to one by what they say: the cosine of their words and pairs of words, cut to stems and without function
/// words, each weighted by how few of the texts have it.
/// </summary>
public static class SimilarTexts
{
    /// <summary>A pair weighs less than its words, or texts that word the same thing otherwise would be far apart.</summary>
    private const double OfPair = 0.5;

    /// <summary>How near each of the others is, in their order: 0 for nothing in common, 1 for the same words.</summary>
    /// <param name="one">The text to which they are compared, and its language.</param>
    /// <param name="others">The texts, each with its language.</param>
    public static IReadOnlyList<double> To((string Text, TextLanguage Language) one, IReadOnlyList<(string Text, TextLanguage Language)> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        var folded = new FoldedText();
        Dictionary<string, int>[] all = [Terms(folded, one), .. others.Select(other => Terms(folded, other))];
        Dictionary<string, int> having = all.SelectMany(terms => terms.Keys).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        double length = Length(all[0]);
        return [.. all.Skip(1).Select(terms => Product(terms) is > 0 and var product ? Math.Min(1, product / (length * Length(terms))) : 0)];

        double Weight(string term, int times) => (term.Contains(' ', StringComparison.Ordinal) ? OfPair : 1) * (1 + Math.Log(times)) * Math.Log((all.Length + 1.0) / having[term]);
        double Length(Dictionary<string, int> terms) => Math.Sqrt(terms.Sum(t => Weight(t.Key, t.Value) * Weight(t.Key, t.Value)));
        double Product(Dictionary<string, int> terms) => terms.Sum(t => all[0].TryGetValue(t.Key, out int times) ? Weight(t.Key, t.Value) * Weight(t.Key, times) : 0);
    }

    private static Dictionary<string, int> Terms(FoldedText folded, (string Text, TextLanguage Language) from)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        string? last = null;
        folded.Fold(from.Text);
        foreach (Token token in folded.Tokens)
        {
            if (token.Kind == TokenKind.Word && FunctionWords.Contains(folded.TextOf(token).ToString()))
            {
                continue;
            }

            // A number, a mark or a name of the web between two words parts them.
            string? word = token.Kind == TokenKind.Word ? Stems.Of(folded.TextOf(token), from.Language).ToString() : null;
            if (word is not null)
            {
                terms[word] = terms.GetValueOrDefault(word) + 1;
                if (last is not null)
                {
                    string pair = last + " " + word;
                    terms[pair] = terms.GetValueOrDefault(pair) + 1;
                }
            }

            last = word;
        }

        return terms;
    }
}
