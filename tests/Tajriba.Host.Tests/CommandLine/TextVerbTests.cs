using System.Text;
using System.Text.Json;

namespace Tajriba.Host.Tests.CommandLine;

/// <summary>What <c>tajriba text</c> reads, answers and refuses; that the answers are right is proven on the library.</summary>
public sealed class TextVerbTests
{
    [Fact]
    public async Task Sentiment_tells_language_and_probabilities_and_why()
    {
        const string Text = "کیفیت عالی و تحویل سریع، خیلی راضی‌ام";
        VerbResult run = await OverAsync(Line("a", Text) + Line("b", "Terrible, and the room was dirty"), "sentiment", "--explain");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        JsonElement[] answers = Answers(run);
        Assert.Equal(["fa", "en"], answers.Select(a => a.GetProperty("language").GetString()));
        Assert.True(answers[0].GetProperty("pos").GetDouble() > 0.5);
        Assert.True(answers[1].GetProperty("neg").GetDouble() > 0.5);
        Assert.All(answers, a => Assert.Equal(1, a.GetProperty("neg").GetDouble() + a.GetProperty("neu").GetDouble() + a.GetProperty("pos").GetDouble(), 6));
        Assert.All(answers[0].GetProperty("spans").EnumerateArray(), s => Assert.Equal(s.GetProperty("text").GetString(), Text[s.GetProperty("start").GetInt32()..s.GetProperty("end").GetInt32()]));
        Assert.Contains(answers[1].GetProperty("spans").EnumerateArray(), s => s.GetProperty("text").GetString() == "dirty" && s.GetProperty("weight").GetDouble() < 0);
    }

    [Fact]
    public async Task Language_can_be_forced_to_a_known_one()
    {
        VerbResult forced = await OverAsync(Line("a", "جيد"), "sentiment", "--language", "ar");
        Assert.Equal("ar", Answers(forced).Single().GetProperty("language").GetString());
        VerbResult unknown = await OverAsync(Line("a", "جيد"), "sentiment", "--language", "xx");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Output));
        Assert.NotEqual("", unknown.Error);
    }

    [Fact]
    public async Task Bad_lines_are_told_by_number_and_the_good_ones_answered()
    {
        byte[] input = [.. "{\"id\":1,\"text\":\"good\"}\nno json\n\n{\"id\":2}\n{\"id\":\"x\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}\n[1]\n{\"id\":true,\"text\":\"t\"}\n{\"id\":\"\\ud800\",\"text\":\"t\"}\n{\"id\":9,\"text\":\"last without an end\"}"u8];
        VerbResult run = await Verb.RunOverAsync(input, "text", "detect");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([1, 9], Answers(run).Select(a => a.GetProperty("id").GetInt32()));
        Assert.Equal(["line 2:", "line 4:", "line 5:", "line 6:", "line 7:", "line 8:"], run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l[..7]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}\n\n")]
    [InlineData("\n\n")]
    public async Task Without_a_good_line_the_code_is_2(string input)
    {
        VerbResult run = await OverAsync(input, "detect");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_line_of_megabytes_is_read()
    {
        VerbResult run = await OverAsync(Line("long", string.Concat(Enumerable.Repeat("very good service ", 300_000))) + Line("short", "بد"), "sentiment");
        Assert.Equal((0, 2), (run.ExitCode, Answers(run).Length));
    }

    [Fact]
    public async Task Topics_are_learned_told_and_tried_on_history()
    {
        using var folder = new TemporaryFolder();
        string before = folder.Write("before.json", Taxonomy("""{"key":"payment","examples":["my card was charged twice","the payment failed","refund to my card"]}"""));
        string after = folder.Write("after.json", Taxonomy("""{"key":"payment","examples":["the payment failed"]},{"key":"refund","examples":["i want a refund","refund to my card","give my money back"]}"""));
        string lines = Line("1", "the courier came late") + Line("2", "i want my refund");
        VerbResult told = await OverAsync(lines, "topics", "--model", before);
        Assert.Equal("delivery", Answers(told)[0].GetProperty("label").GetString());
        VerbResult changed = await OverAsync(lines, "topics", "--model", before, "--backtest", after);
        JsonElement moved = Assert.Single(Answers(changed));
        Assert.Equal(("2", "refund"), (moved.GetProperty("id").GetString(), moved.GetProperty("after").GetString()));
        Assert.StartsWith("1 of 2 texts", changed.Error, StringComparison.Ordinal);
        VerbResult wrong = await OverAsync(lines, "topics", "--model", folder.Write("wrong.json", "{}"u8.ToArray()));
        Assert.Equal(2, wrong.ExitCode);
    }

    [Fact]
    public async Task Folding_keeps_the_text_and_finds_the_way_back()
    {
        VerbResult run = await OverAsync(Line("a", "می‌روم ۱۲"), "fold");
        JsonElement answer = Answers(run).Single();
        Assert.Equal(("میروم 12", "می‌روم ۱۲"), (answer.GetProperty("match").GetString(), answer.GetProperty("display").GetString()));
        Assert.Equal(answer.GetProperty("match").GetString()!.Length, answer.GetProperty("offsets").GetArrayLength());
    }

    [Fact]
    public async Task Training_needs_known_labels_and_one_language()
    {
        using var folder = new TemporaryFolder();
        string wrong = folder.Write("wrong.csv", "id,text,label,rating,lang,source\n1,good,fine,,en,a\n"u8.ToArray());
        VerbResult run = await Verb.RunAsync("text", "train", "sentiment", wrong, "--out", Path.Combine(folder.Path, "model.bin"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("fine", run.Error, StringComparison.Ordinal);
    }

    /// <summary>The commands of the model card give the models that ship, byte for byte.</summary>
    [SkippableTheory]
    [InlineData("sentiment", "sentiment-ar.bin", "sentiment-ar-train")]
    [InlineData("sentiment", "sentiment-en.bin", "sentiment-en-train", "--leave-out", "en-airline")]
    [InlineData("language", "language.bin", "lid-train", "sentiment-en-train", "--leave-out", "en-airline", "--leave-out", "lid-en")]
    public async Task Training_gives_the_bytes_that_ship(string kind, string shipped, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        string made = Path.Combine(folder.Path, shipped);
        string[] given = [.. arguments.Select(a => a.EndsWith("-train", StringComparison.Ordinal) ? Checkout.Shared("data", "feedback", a + ".csv.gz") : a)];
        VerbResult run = await Verb.RunAsync(["text", "train", kind, .. given, "--out", made]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(File.ReadAllBytes(Checkout.PathOf("src", "Libraries", "Tajriba.TextAnalysis", "Models", shipped)).AsSpan().SequenceEqual(File.ReadAllBytes(made)));
    }

    private static byte[] Taxonomy(string topics) => Encoding.UTF8.GetBytes(
        $$"""{"version":1,"topics":[{"key":"delivery","examples":["the courier came late","delivery took two hours","late delivery again"]},{{topics}}]}""");

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text }) + "\n";

    private static Task<VerbResult> OverAsync(string input, params string[] arguments) => Verb.RunOverAsync(Encoding.UTF8.GetBytes(input), ["text", .. arguments]);

    private static JsonElement[] Answers(VerbResult run) => [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
