namespace Tajriba.TextAnalysis.Tests;

public sealed class SentimentTests
{
    private readonly TextAnalyzer analyzer = new();

    [Fact]
    public void Ways_to_write_a_text_have_one_sentiment()
    {
        foreach (string sentence in Feedback.Sentences)
        {
            SentimentScore score = analyzer.Sentiment(sentence, null, out TextLanguage language);
            foreach ((string name, Func<string, string> rewrite) in Rewritings.All)
            {
                SentimentScore other = analyzer.Sentiment(rewrite(sentence), null, out TextLanguage read);
                Assert.True(language == read && score.Label == other.Label && Math.Abs(score.Positive - other.Positive) < 1e-6 && Math.Abs(score.Neutral - other.Neutral) < 1e-6, $"{name}: {sentence}");
            }
        }
    }

    [Theory]
    [InlineData("غذا خیلی سرد بود و پیک دیر رسید، اصلا راضی نبودم", TextLanguage.Fa, "neg")]
    [InlineData("کیفیت عالی و تحویل سریع، خیلی راضی‌ام", TextLanguage.Fa, "pos")]
    [InlineData("الخدمة سيئة جدا والموظف وقح", TextLanguage.Ar, "neg")]
    [InlineData("مطعم ممتاز والأكل لذيذ، شكراً لكم", TextLanguage.Ar, "pos")]
    [InlineData("Terrible, the support never answered and the room was dirty", TextLanguage.En, "neg")]
    [InlineData("Great service, friendly staff and a very clean room!", TextLanguage.En, "pos")]
    public void Tells_plain_sentences(string text, TextLanguage language, string label)
    {
        SentimentScore score = analyzer.Sentiment(text, null, out TextLanguage read);
        Assert.Equal(language, read);
        Assert.Equal(label, score.Label);
        Assert.Equal(1, score.Negative + score.Neutral + score.Positive, 9);
    }

    [Fact]
    public void Explains_by_words_as_written()
    {
        const string Text = "The room was dirty";
        analyzer.Sentiment(Text, TextLanguage.En, out TextLanguage read);
        Assert.Contains(analyzer.Explain(read), span => Text[span.Start..span.End] == "dirty" && span.Weight < 0);
    }

    [Fact]
    public void A_text_allocates_nothing_after_the_first()
    {
        foreach (string sentence in Feedback.Sentences)
        {
            analyzer.Sentiment(sentence, null, out _);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string sentence in Feedback.Sentences)
        {
            analyzer.Sentiment(sentence, null, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        List<Example> examples = [.. Enumerable.Range(0, 60).Select(i => new Example(
            Feedback.Sentences[i % 10] + " " + i, (i % 3) switch { 0 => "neg", 1 => "neu", _ => "pos" }, "a", "fa"))];
        Assert.Equal(Written(SentimentTrainer.Train(examples, TextLanguage.Fa)), Written(SentimentTrainer.Train(examples, TextLanguage.Fa)));
    }

    [Fact]
    public void A_changed_model_is_refused()
    {
        byte[] bytes = Written(ShippedModels.Sentiment(TextLanguage.Fa));
        Assert.InRange(bytes.Length, 1, 1_000_000);
        Assert.Equal(TextLanguage.Fa, SentimentModel.Read(new MemoryStream(bytes)).Language);
        bytes[^100] ^= 1;
        Assert.Throws<FormatException>(() => SentimentModel.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void Shipped_models_are_not_made_from_the_non_commercial_set() =>
        Assert.DoesNotContain("airline", ShippedModels.Sentiment(TextLanguage.En).MadeFrom, StringComparison.Ordinal);

    [SkippableFact]
    public void Tells_languages_of_snippets()
    {
        LanguageModel model = ShippedModels.Language();
        var folded = new FoldedText();
        List<Example> examples = Feedback.Set("lid-dev");
        double right = examples.Count(e => model.Guess(folded.Fold(e.Text)).Language.Code() == e.Label);
        Assert.True(right / examples.Count >= 0.965, $"{right / examples.Count}");
    }

    private static byte[] Written(SentimentModel model)
    {
        var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
