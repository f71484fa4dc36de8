using Tajriba.Ui;

namespace Tajriba.Touchpoints.Insights;

/// <summary>
/// Answers "has anyone studied this?": insights that speak of what is asked, the most to the point first. Spellings are folded, and words
/// match from their beginning, which takes most endings of Persian, Arabic and English away.
/// </summary>
public static class InsightSearch
{
    /// <summary>Two words are one where they begin alike for so long, or are equal.</summary>
    private const int Stem = 4;

    /// <summary>Words of the claim and tags count for more than those of the detail and the evidence.</summary>
    private const double ClaimWeight = 3;

    /// <summary>Insights that share words with a question, ranked by the sum of the words' inverse document frequencies (Spärck Jones 1972).</summary>
    /// <param name="insights">Among which.</param>
    /// <param name="question">In any spelling.</param>
    public static IReadOnlyList<Insight> Find(IReadOnlyList<Insight> insights, string question)
    {
        ArgumentNullException.ThrowIfNull(insights);
        ArgumentNullException.ThrowIfNull(question);
        string[] asked = [.. Words(question).Distinct(StringComparer.Ordinal)];
        var texts = insights.Select(i => (Insight: i, Claim: Words(string.Join(' ', [i.Code, i.Content.Claim, .. i.Content.Tags, i.Content.Step ?? ""])).ToArray(),
            Body: Words(string.Join(' ', [i.Content.Detail, .. i.Content.Evidence.Select(e => e.Text)])).ToArray())).ToArray();
        double[] weights = [.. asked.Select(word => Math.Log(1 + ((double)texts.Length / (1 + texts.Count(t => Has(t.Claim, word) || Has(t.Body, word))))))];
        return
        [
            .. texts.Select(t => (t.Insight, Score: asked.Select((word, n) => weights[n] * (Has(t.Claim, word) ? ClaimWeight : Has(t.Body, word) ? 1 : 0)).Sum()))
                .Where(t => t.Score > 0).OrderByDescending(t => t.Score).ThenByDescending(t => t.Insight.Id).Select(t => t.Insight),
        ];
    }

    private static IEnumerable<string> Words(string text)
    {
        string folded = Folding.Fold(text);
        return folded.Split([.. folded.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(w => w.Length > 1 || char.IsDigit(w[0]));
    }

    /// <summary>Without the Arabic article.</summary>
    private static string Bare(string word) => word.Length > Stem && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;

    private static bool Has(string[] words, string wanted) => words.Any(word => IsSame(word, wanted));

    private static bool IsSame(string one, string other)
        => one == other || (Math.Min(one.Length, other.Length) >= Stem && (one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)));
}
