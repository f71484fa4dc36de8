namespace Tajriba.TextAnalysis.Tests;

/// <summary>Texts are near by what they say, in any spelling, and not by the words that all use.</summary>
public sealed class SimilarityTests
{
    [Fact]
    public void The_same_words_in_another_spelling_are_the_same()
        => Assert.Equal(1, Near("بوی عجیبی از کولر می‌آید", TextLanguage.Fa, "بوي عجيبي از كولر ميآيد", "تابلوی ورودی افتاده است")[0], 6);

    [Fact]
    public void What_is_shared_counts_and_not_what_holds_sentences_together()
    {
        IReadOnlyList<double> near = Near("The cooler of the car smells", TextLanguage.En, "A smell? The cooler smells", "The car of the week", "The price of the tyres", "The end of the day");
        Assert.True(near[0] > near[1] && near[1] > 0, $"{near[0]} against {near[1]}");
        Assert.Equal([0.0, 0.0], near.Skip(2));
    }

    [Fact]
    public void A_word_that_few_have_counts_for_more_than_one_of_many()
    {
        IReadOnlyList<double> near = Near("cooler smells", TextLanguage.En, "cooler leaks", "smells badly", "cooler noisy", "cooler broken", "cooler late");
        Assert.True(near[1] > near[0], $"{near[1]} against {near[0]}");
    }

    [Fact]
    public void Nothing_in_common_and_no_words_are_far()
    {
        Assert.Equal([0.0, 0.0], Near("The cooler smells", TextLanguage.En, "", "Another matter"));
        Assert.Equal([0.0], Near("", TextLanguage.En, "The cooler smells"));
        Assert.Empty(Near("The cooler smells", TextLanguage.En));
    }

    private static IReadOnlyList<double> Near(string one, TextLanguage language, params string[] others)
        => SimilarTexts.To((one, language), [.. others.Select(o => (o, language))]);
}
