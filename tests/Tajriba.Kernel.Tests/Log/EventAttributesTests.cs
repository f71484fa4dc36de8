using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;

namespace Tajriba.Kernel.Tests.Log;

public sealed class EventAttributesTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"n":1e400,"m":-1.5E-400,"o":[{"b":-1E+999}],"long":9007199254740993}""")]
    [InlineData("""{"text":"\u0001 \ud83d\ude00 \\u0000 \\\\ud800 سلام"}""")]
    [InlineData("""{"a":{"b":[1,"x",null,true,{}]},"a":2}""")]
    public void Takes_what_every_reader_takes(string json) => Assert.Null(Fault(json));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":"\u0000"}""")]
    [InlineData("""{"\u0000":1}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\ud800x\udc00"}""")]
    [InlineData("""{"a":"\udc00\ud800"}""")]
    [InlineData("""{"a":"\\\ud83d"}""")]
    [InlineData("{\"a\":\"\u0000\"}")]
    public void Refuses_what_some_reader_would_choke_on(string json) => Assert.NotNull(Fault(json));

    [Fact]
    public void Refuses_bytes_that_are_not_utf8()
    {
        Assert.NotNull(EventAttributes.Fault([.. "{\"a\":\""u8, 0xff, .. "\"}"u8]));
        Assert.NotNull(EventAttributes.Fault([.. "{\"a\":\""u8, 0xc0, 0x80, .. "\"}"u8]));
        Assert.NotNull(EventAttributes.Fault([.. "{\"a\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8]));
        Assert.NotNull(EventAttributes.Fault([0xef, 0xbb, 0xbf, .. "{}"u8]));
    }

    [Fact]
    public void Refuses_more_than_64_levels_and_than_a_megabyte()
    {
        Assert.Null(Fault(string.Concat(Enumerable.Repeat("{\"a\":", 63)) + "{}" + new string('}', 63)));
        Assert.NotNull(Fault(string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "{}" + new string('}', 64)));
        Assert.Null(Fault("{\"a\":\"" + new string('x', EventAttributes.MaxBytes - 8) + "\"}"));
        Assert.NotNull(Fault("{\"a\":\"" + new string('x', EventAttributes.MaxBytes - 7) + "\"}"));
        Assert.Null(Fault("{\"a\":1" + new string('0', 400) + "}"));
    }

    /// <summary>Whatever a well-formed text holds, escaped or not, is taken exactly where it has no NUL.</summary>
    [Fact]
    public void Text_is_taken_unless_it_holds_nul()
    {
        var texts = Gen.Elements("a", "\0", "\u0001", "\\", "\"", "u0000", "\\u0000", "é", "سلام", "😀", "ud800").ArrayOf().Select(parts => string.Concat(parts));
        Prop.ForAll(texts.Two().ToArbitrary(), pair =>
        {
            var json = JsonSerializer.Serialize(new Dictionary<string, string> { [pair.Item1] = pair.Item2 });
            return (pair.Item1 + pair.Item2).Contains('\0', StringComparison.Ordinal) == Fault(json) is not null;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>One sound text with one character changed, lost or doubled: taken exactly where a reader finds an object.</summary>
    [Fact]
    public void What_is_nearly_sound_is_judged_as_a_reader_judges_it()
    {
        const string Sound = """{"a":"x","b":-10.5,"c":true,"d":null,"e":false,"f":0,"متن":""}""";
        var changes = Gen.Choose(0, Sound.Length - 1).SelectMany(_ => Gen.Elements("", "0", "1", "-", ".", ",", ":", "\"", "{", "}", "[", "]", " ", "\t", "\n", "e", "E", "n", "\0", "\\", "/"), (place, text) => (place, text));
        Prop.ForAll(changes.Two().ToArbitrary(), pair =>
        {
            var json = Change(Change(Sound, pair.Item1), pair.Item2);
            return IsObject(json) == Fault(json) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static string Change(string json, (int Place, string Text) change)
        => change.Place < json.Length ? json[..change.Place] + change.Text + json[(change.Place + (change.Text == "1" ? 0 : 1))..] : json + change.Text;

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string? Fault(string json) => EventAttributes.Fault(Encoding.UTF8.GetBytes(json));
}
