using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;

namespace Tajriba.Leadership.Tests.Maturity;

public sealed class OwnFrameTests
{
    private static IEnumerable<LocalName> Texts => OwnFrame.Value.Practices.SelectMany(p => p.Levels.Prepend(p.Text));

    [Fact]
    public void It_has_the_parts_of_the_study()
    {
        Frame frame = OwnFrame.Value;
        Assert.Equal((4, 10, 32, 83), (frame.Layers.Count, frame.Components.Count, frame.Categories.Count(), frame.Practices.Count()));
        Assert.Equal(1156, frame.Categories.Sum(c => c.Weight));
        Assert.All(frame.Categories, c => Assert.InRange(c.Practices.Count, 2, 4));
        Assert.All(frame.Layers, l => Assert.NotEmpty(frame.In(l)));
        Assert.Equal((201, 40), (frame.Component("employees")!.Weight, frame.Component("interactions")!.Weight));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    [InlineData("ar")]
    public void Every_text_is_there_once_in_each_language(string language)
    {
        string[] texts = [.. Texts.Select(t => language switch { "fa" => t.Fa!, "ar" => t.Ar!, _ => t.En })];
        Assert.Equal(83 * 6, texts.Length);
        Assert.DoesNotContain(texts, string.IsNullOrWhiteSpace);
        Assert.Empty(texts.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(texts, t => Assert.Equal(language == "en", t.All(c => c < '\u0600' || c > '\u06FF')));
        Assert.All(texts, t => Assert.True(t[^1] is '.' or '?' or '؟', t));
    }

    [Fact]
    public void It_can_be_used_and_so_can_its_mapping()
    {
        Assert.Null(FrameRules.FaultOf(OwnFrame.Value));
        Assert.Null(FrameRules.FaultOf(OwnFrame.Mapping, OwnFrame.Value));
    }

    [Fact]
    public void Its_file_reads_back_as_it_was()
    {
        Frame again = FrameJson.Frame(FrameJson.Write(OwnFrame.Value))!;
        Assert.Equal(FrameJson.Write(OwnFrame.Value), FrameJson.Write(again));
        Assert.Equal(OwnFrame.Value.Practices.Select(p => p.Key), again.Practices.Select(p => p.Key));
        Assert.Equal(FrameJson.Write(OwnFrame.Mapping), FrameJson.Write(FrameJson.Mapping(FrameJson.Write(OwnFrame.Mapping))!));
    }

    [Theory]
    [InlineData("\"weight\": 72", "\"weight\": 0", "weight")]
    [InlineData("\"key\": \"training\"", "\"key\": \"specialists\"", "twice")]
    [InlineData("\"layer\": \"data-touchpoints\"", "\"layer\": \"elsewhere\"", "layer")]
    [InlineData("Nobody has it as a task.", "", "text")]
    [InlineData("\"key\": \"cx\"", "\"key\": \"C X\"", "key")]
    public void What_is_wrong_with_a_file_is_said(string there, string instead, string fault)
    {
        string file = FrameJson.Write(OwnFrame.Value);
        Assert.Contains(there, file, StringComparison.Ordinal);
        Assert.Equal(fault, FrameRules.FaultOf(FrameJson.Frame(file.Replace(there, instead, StringComparison.Ordinal))!)!.Value.Fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"key\":\"a\"}")]
    [InlineData("null")]
    public void What_is_no_frame_is_none(string file) => Assert.Null(FrameJson.Frame(file));
}
