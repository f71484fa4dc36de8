namespace Tajriba.TextAnalysis.Tests;

public sealed class CorrectionTests
{
    private static readonly string[] Things = ["hall", "entry", "lounge", "table", "counter", "window", "corner", "garden", "terrace", "lobby"];

    /// <summary>In this trade "sick" and "insane" praise, which the models do not know.</summary>
    [Fact]
    public void What_a_trade_says_otherwise_is_learned_and_wins()
    {
        List<RatedText> rated = [.. Enumerable.Range(0, 300).Select(i => new RatedText($"{(i % 2 == 0 ? "totally sick" : "rather plain")} {Things[i % 10]} {i}", i % 2 == 0 ? "pos" : "neg"))];
        SentimentModel model = ShippedModels.Sentiment(TextLanguage.En);
        CorrectionTrial trial = SentimentCorrection.Learn(rated, model);
        Assert.NotNull(trial.Correction);
        Assert.True(trial.ScoreAfter > trial.ScoreBefore && trial.SureGain > 0 && trial.LossAfter < trial.LossBefore);
        FoldedText text = new FoldedText().Fold("a totally sick balcony");
        SentimentScore corrected = trial.Correction.Correct(text, model.Score(text));
        Assert.True(corrected.Positive > corrected.Negative);
        Assert.Equal(1, corrected.Positive + corrected.Neutral + corrected.Negative, 9);

        var file = new MemoryStream();
        trial.Correction.Write(file);
        file.Position = 0;
        Assert.Equal(corrected, SentimentCorrection.Read(file).Correct(text, model.Score(text)));
    }

    [Fact]
    public void Noise_is_not_learned()
    {
        for (int seed = 1; seed <= 5; seed++)
        {
            var random = new Random(seed);
            SentimentModel model = ShippedModels.Sentiment(TextLanguage.En);
            var folded = new FoldedText();
            List<RatedText> rated = [.. Enumerable.Range(0, 200).Select(i => $"{(i % 2 == 0 ? "great" : "terrible")} {Things[random.Next(10)]} {i}")
                .Select(t => new RatedText(t, model.Score(folded.Fold(t)).Balance > 0 ? "pos" : "neg"))];
            CorrectionTrial trial = SentimentCorrection.Learn(rated, model);
            Assert.True(trial.ScoreAfter <= trial.ScoreBefore || trial.Correction is not null);
            Assert.Equal(1, trial.ScoreBefore, 9);
        }
    }

    [Fact]
    public void Shuffled_ratings_give_no_correction_of_the_words()
    {
        var random = new Random(3);
        List<RatedText> rated = [.. Enumerable.Range(0, 300).Select(i => new RatedText($"{(i % 2 == 0 ? "great" : "terrible")} {Things[random.Next(10)]} {i}", i % 2 == 0 ? "pos" : "neg"))];
        string[] labels = [.. rated.Select(r => r.Label)];
        random.Shuffle(labels);
        CorrectionTrial trial = SentimentCorrection.Learn([.. rated.Select((r, i) => r with { Label = labels[i] })], ShippedModels.Sentiment(TextLanguage.En));
        Assert.True(trial.Correction is null || trial.ScoreAfter >= trial.ScoreBefore);
    }

    [Fact]
    public void Too_few_give_none()
    {
        CorrectionTrial trial = SentimentCorrection.Learn([new RatedText("good", "pos"), new RatedText("bad", "neg")], ShippedModels.Sentiment(TextLanguage.En));
        Assert.Null(trial.Correction);
        Assert.Equal(2, trial.Texts);
    }

    /// <summary>Film reviews, which are far from the usual feedback: the correction is tried on the dev part, which it has not seen.</summary>
    [SkippableFact]
    public void A_correction_that_won_also_wins_on_texts_to_come()
    {
        SentimentModel model = SentimentTrainer.Train([.. Feedback.Set("sentiment-en-train").Where(e => e.Source is "en-airline" or "en-hotels" or "en-proscons")], TextLanguage.En);
        CorrectionTrial trial = SentimentCorrection.Learn([.. Feedback.Set("sentiment-en-train").Where(e => e.Source == "en-sst").Take(3000).Select(e => new RatedText(e.Text, e.Label))], model);
        Assert.True(trial.Correction is not null, $"{trial}");
        var folded = new FoldedText();
        List<Example> later = [.. Feedback.Set("sentiment-en-dev").Where(e => e.Source == "en-sst")];
        int before = later.Count(e => model.Score(folded.Fold(e.Text)).Label == e.Label);
        int after = later.Count(e => trial.Correction!.Correct(folded.Fold(e.Text), model.Score(folded)).Label == e.Label);
        Assert.True(after > before, $"{before} -> {after} of {later.Count}");
    }
}
