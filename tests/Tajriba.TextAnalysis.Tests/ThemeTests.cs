namespace Tajriba.TextAnalysis.Tests;

public sealed class ThemeTests
{
    private static readonly string[] Filler = ["monday", "blue", "seven", "paper", "river", "candle", "stone", "summer", "yellow", "garden", "music", "silver"];

    [Fact]
    public void Words_that_go_together_are_themes()
    {
        ThemeWindow window = ThemeFinder.Find(Texts(1, ("courier", "late"), ("refund", "charged")), ThemeWindow.None);
        Assert.Equal([["charged", "refund"], ["courier", "late"]], window.Themes.Select(t => t.Terms.Order().ToArray()));
        Assert.Equal([1, 2], window.Themes.Select(t => t.Id));
        Assert.All(window.Themes, t => Assert.InRange(t.Texts.Count, 20, 40));
    }

    [Fact]
    public void Numbers_stay_from_window_to_window_and_are_never_used_again()
    {
        ThemeWindow first = ThemeFinder.Find(Texts(1, ("courier", "late"), ("refund", "charged")), ThemeWindow.None);
        ThemeWindow second = ThemeFinder.Find(Texts(2, ("password", "reset"), ("refund", "charged")), first);
        ThemeWindow third = ThemeFinder.Find(Texts(3, ("courier", "late"), ("password", "reset"), ("menu", "allergy")), second);
        Assert.Equal(1, second.Themes.Single(t => t.Terms.Contains("refund")).Id);
        Assert.Equal(3, second.Themes.Single(t => t.Terms.Contains("password")).Id);
        Assert.Equal(2, third.Themes.Single(t => t.Terms.Contains("courier")).Id);
        Assert.Equal(3, third.Themes.Single(t => t.Terms.Contains("password")).Id);
        Assert.Equal(4, third.Themes.Single(t => t.Terms.Contains("menu")).Id);
        Assert.Equal(5, third.NextId);
    }

    [Fact]
    public void Words_by_chance_are_no_theme()
    {
        var random = new Random(4);
        List<string> texts = [.. Enumerable.Range(0, 400).Select(_ => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Filler[random.Next(Filler.Length)] + random.Next(4))))];
        Assert.Empty(ThemeFinder.Find(texts, ThemeWindow.None).Themes);
    }

    [Fact]
    public void A_theme_tells_its_texts_in_any_spelling()
    {
        List<string> texts = [.. Enumerable.Range(0, 60).Select(i => i % 3 == 0 ? $"پیک دیر رسید {Filler[i % 12]}" : $"{Filler[i % 12]} {Filler[(i + 5) % 12]} خوب")];
        Theme theme = Assert.Single(ThemeFinder.Find(texts, ThemeWindow.None, new ThemeSettings { MostCommon = 0.4 }).Themes, t => t.Terms.Contains("رسید"));
        Assert.True(theme.Holds(new FoldedText().Fold("باز هم پيک دير آمد")));
        Assert.False(theme.Holds(new FoldedText().Fold("دیر دیر")));
    }

    /// <summary>The alert on themes is the one on words: with nothing changed it may cry in at most one window of twenty.</summary>
    [Fact]
    public void Themes_that_did_not_grow_raise_few_alarms()
    {
        Theme[] themes = [.. Filler.Chunk(2).Select((pair, i) => new Theme(i + 1, pair, []))];
        var random = new Random(5);
        var folded = new FoldedText();
        int alarms = 0;
        for (int run = 0; run < 300; run++)
        {
            int[][] counts = [.. Enumerable.Range(0, 2).Select(_ => themes.Select(_ => 0).ToArray())];
            for (int i = 0; i < 300; i++)
            {
                Theme about = themes[random.Next(themes.Length)];
                folded.Fold(random.NextDouble() < 0.3 ? string.Join(' ', about.Terms) : "nothing of note");
                for (int t = 0; t < themes.Length; t++)
                {
                    counts[i % 2][t] += themes[t].Holds(folded) ? 1 : 0;
                }
            }

            alarms += EmergingTerms.Find(themes.Select((t, i) => (t.Id, Now: counts[0][i], Before: counts[1][i])).ToDictionary(t => $"{t.Id}", t => (t.Now, t.Before)), 150, 150).Count > 0 ? 1 : 0;
        }

        Assert.InRange(alarms, 0, 25);
    }

    private static List<string> Texts(int seed, params (string One, string Other)[] pairs)
    {
        var random = new Random(seed);
        string Some() => Filler[random.Next(Filler.Length)];
        return [.. Enumerable.Range(0, 240).Select(i => i % 8 < pairs.Length && i % 8 < 3
            ? $"{pairs[i % 8].One} {Some()} {pairs[i % 8].Other} {Some()}" : $"{Some()} {Some()} {Some()}")];
    }
}
