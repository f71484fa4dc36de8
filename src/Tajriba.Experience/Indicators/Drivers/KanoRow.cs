using Tajriba.Statistics;

namespace Tajriba.Experience.Indicators.Drivers;

/// <summary>What customers make of one feature, after Kano.</summary>
/// <param name="Attribute">The feature.</param>
/// <param name="Count">Answers.</param>
/// <param name="Profile">How often each category was met.</param>
public sealed record KanoRow(string Attribute, int Count, KanoProfile Profile)
{
    private static readonly Dictionary<string, KanoCategory> Letters = new(StringComparer.Ordinal)
    {
        ["A"] = KanoCategory.Attractive,
        ["O"] = KanoCategory.OneDimensional,
        ["M"] = KanoCategory.MustBe,
        ["I"] = KanoCategory.Indifferent,
        ["R"] = KanoCategory.Reverse,
        ["Q"] = KanoCategory.Questionable,
    };

    internal static IReadOnlyList<KanoRow> Of(IReadOnlyList<AnswerRow> answers)
        => [.. answers.SelectMany(a => a.Kano).Where(k => Letters.ContainsKey(k.Value)).GroupBy(k => k.Key, k => Letters[k.Value], StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new KanoRow(g.Key, g.Count(), new KanoProfile(c => g.Count(k => k == c))))];
}
