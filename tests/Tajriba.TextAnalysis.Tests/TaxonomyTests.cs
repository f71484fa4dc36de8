using System.Text;

namespace Tajriba.TextAnalysis.Tests;

public sealed class TaxonomyTests
{
    private const string Json = """
        {"version": 2, "topics": [
          {"key": "delivery", "names": {"en": "Delivery", "fa": "ارسال"}, "examples": ["the courier came late", "delivery took two hours", "my parcel has not arrived"]},
          {"key": "payment", "names": {"en": "Payment"}, "examples": ["my card was charged twice", "the payment failed", "i want a refund to my card"]}
        ]}
        """;

    [Fact]
    public void Is_read_written_and_learned()
    {
        TopicTaxonomy taxonomy = Read(Json);
        Assert.Equal((2, "ارسال"), (taxonomy.Version, taxonomy.Topics[0].Names["fa"]));
        var written = new MemoryStream();
        taxonomy.Write(written);
        written.Position = 0;
        TopicTaxonomy again = TopicTaxonomy.Read(written);
        Assert.Equal(taxonomy.Topics.SelectMany(t => t.Examples), again.Topics.SelectMany(t => t.Examples));
        Assert.Equal("payment", again.Learn().Best(new FoldedText().Fold("charged my card two times")).Label);
    }

    [Theory]
    [InlineData("""{"version": 0, "topics": []}""")]
    [InlineData("""{"version": 1, "topics": [{"key": "a", "examples": ["x"]}]}""")]
    [InlineData("""{"version": 1, "topics": [{"key": "a", "examples": ["x"]}, {"key": "a", "examples": ["y"]}]}""")]
    [InlineData("""{"version": 1, "topics": [{"key": "a", "examples": ["x"]}, {"key": "b", "examples": []}]}""")]
    [InlineData("""{"version": 1, "topics": [{"key": "a", "examples": ["x"]}, {"key": "b"}]}""")]
    [InlineData("""{"version": 1, "more": 1, "topics": [{"key": "a", "examples": ["x"]}, {"key": "b", "examples": ["y"]}]}""")]
    [InlineData("null")]
    [InlineData("no json")]
    public void A_wrong_one_is_refused(string json) => Assert.Throws<FormatException>(() => Read(json));

    [Fact]
    public void A_change_is_tried_on_history()
    {
        TopicTaxonomy before = Read(Json);
        var after = new TopicTaxonomy(3, [.. before.Topics, new TaxonomyTopic("staff", new Dictionary<string, string>(), ["the waiter was rude", "staff were impolite", "a rude agent"])]);
        var backtest = new TopicBacktest(before.Learn(), after.Learn());
        Assert.Equal("staff", backtest.Add("the staff were rude").After);
        (string? same, string? still) = backtest.Add("the payment failed");
        Assert.Equal(("payment", "payment"), (same, still));
        Assert.Equal((2, 1), (backtest.Texts, backtest.Changed));
        Assert.Equal(("staff", 1), (backtest.Moves.Single().After, backtest.Moves.Single().Texts));
    }

    private static TopicTaxonomy Read(string json) => TopicTaxonomy.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
