namespace Tajriba.TextAnalysis.Tests;

public sealed class TopicTests
{
    private static readonly Example[] Examples =
    [
        .. Of("delivery", "the courier came late", "delivery took two hours", "my parcel has not arrived", "late delivery again", "the driver could not find the address"),
        .. Of("payment", "my card was charged twice", "the payment failed", "i want a refund to my card", "the price was higher than shown", "charged a wrong amount"),
        .. Of("staff", "the waiter was rude", "staff were friendly", "nobody at the counter helped", "the employee was impolite", "a kind and helpful agent"),
    ];

    [Theory]
    [InlineData("the delivery was late", "delivery")]
    [InlineData("why was i charged twice on my card", "payment")]
    [InlineData("rude staff", "staff")]
    public void Five_examples_are_enough_to_begin(string text, string topic) =>
        Assert.Equal(topic, TopicTrainer.Train(Examples).Best(new FoldedText().Fold(text)).Label);

    [Fact]
    public void A_text_of_two_sentences_has_two_topics() =>
        Assert.Equal(["delivery", "payment"], TopicTrainer.Train(Examples).PerSentence("The courier came late. My card was charged twice!").Select(t => t.Label).Distinct());

    [Fact]
    public void What_fits_none_is_refused()
    {
        TopicModel model = TopicTrainer.Train(Examples);
        Assert.False(model.Best(new FoldedText().Fold("...")).Fits);
        Assert.False(model.Best(new FoldedText().Fold("zyx qwv jkl")).Fits);
    }

    [Fact]
    public void A_model_survives_its_file()
    {
        TopicModel model = TopicTrainer.Train(Examples);
        var stream = new MemoryStream();
        model.Write(stream);
        stream.Position = 0;
        Assert.Equal(model.Best(new FoldedText().Fold("late courier")), TopicModel.Read(stream).Best(new FoldedText().Fold("late courier")));
    }

    private static IEnumerable<Example> Of(string topic, params string[] texts) => texts.Select(t => new Example(t, topic, "own", "en"));
}
