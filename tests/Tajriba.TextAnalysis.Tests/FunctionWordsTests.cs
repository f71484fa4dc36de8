namespace Tajriba.TextAnalysis.Tests;

/// <summary>What holds sentences together is told from what they are about, in any spelling.</summary>
public sealed class FunctionWordsTests
{
    [Fact]
    public void What_sets_complaints_apart_is_their_matter()
    {
        var counts = new TermCounts();
        foreach (string text in (string[])["It was not the cooler, and I had to wait for them", "The cooler isn't what they said", "I do not want the cooler"])
        {
            counts.Add(text, inGroup: true);
        }

        foreach (string text in (string[])["Lovely people", "Friendly people in every branch", "Clean branch"])
        {
            counts.Add(text, inGroup: false);
        }

        string[] told = [.. Keyness.Compare(counts).Select(t => t.Term).Where(t => !FunctionWords.Contains(t))];
        Assert.Equal("cooler", told[0]);
        Assert.Empty(told.Intersect(["the", "i", "not", "and", "they", "was", "in"]));
        Assert.Contains("wait", told);
    }

    [Theory]
    [InlineData("از می‌شود مي‌شود میشود است نیست آنها", true)]
    [InlineData("في على هذا هٰذا إلى الى ليس", true)]
    [InlineData("The WAS n0t", true, "n0t")]
    [InlineData("دیر کولر قیمت نوبت معطل", false)]
    [InlineData("سيء متأخر فرع سعر", false)]
    [InlineData("late cooler price never down", false, "never")]
    public void Words_are_known_in_any_spelling(string text, bool known, string? but = null)
    {
        var counts = new TermCounts();
        counts.Add(text, inGroup: true);
        Assert.NotEmpty(counts.Counts);
        Assert.All(counts.Counts.Keys.Where(t => t != but), term => Assert.True(FunctionWords.Contains(term) == known, term));
    }
}
