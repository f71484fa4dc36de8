using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.Tests.Ocel;

public sealed class OcelErrorTests
{
    private const string Types = """ "eventTypes":[{"name":"pay","attributes":[{"name":"sum","type":"float"}]}],"objectTypes":[{"name":"order","attributes":[]}] """;

    [Theory]
    [InlineData("""{"events":[{"id":"e1","type":"pay","time":"2024-01-01T00:00:00Z"}]}""", "events[0] ('e1'): the event type 'pay' is not declared")]
    [InlineData("""{TYPES,"events":[{"id":"e1","type":"pay","time":"yesterday"}]}""", "events[0] ('e1'): 'yesterday' is no ISO 8601 time")]
    [InlineData("""{TYPES,"events":[{"id":"e1","type":"pay"}]}""", "events[0] ('e1'): the member 'time' is missing")]
    [InlineData("""{TYPES,"events":[{"type":"pay"}]}""", "events[0]: the member 'id' is missing")]
    [InlineData("""{TYPES,"events":[{"id":"e1","type":"pay","time":"2024-01-01","attributes":[{"name":"sum","value":"much"}]}]}""", "events[0] ('e1'): the attribute 'sum' holds 'much', which is no float")]
    [InlineData("""{TYPES,"events":[{"id":"e1","type":"pay","time":"2024-01-01","attributes":[{"name":"tax","value":1}]}]}""", "events[0] ('e1'): the attribute 'tax' is not declared for the type 'pay'")]
    [InlineData("""{TYPES,"events":[{"id":"e1","type":"pay","time":"2024-01-01","relationships":[{"objectId":"o9","qualifier":"q"}]}]}""", "events[0] ('e1'): the related object 'o9' does not exist")]
    [InlineData("""{TYPES,"objects":[{"id":"o1","type":"order"},{"id":"o1","type":"order"}]}""", "objects[1] ('o1'): the id occurs twice")]
    [InlineData("""{"eventTypes":[{"name":"pay","attributes":[{"name":"sum","type":"money"}]}]}""", "eventTypes[0].attributes[0]: 'money' is no attribute type (string, time, integer, float, boolean)")]
    [InlineData("""{"events":{}}""", "events must be a list")]
    [InlineData("[]", "an OCEL document must be a JSON object")]
    public void The_message_says_where_and_what(string text, string message) =>
        Assert.Equal(message, Assert.Throws<LogFormatException>(() => OcelRoundTripTests.FromText(text.Replace("TYPES", Types, StringComparison.Ordinal))).Message);

    [Fact]
    public void Malformed_json_names_its_line() =>
        Assert.StartsWith("line 3: ", Assert.Throws<LogFormatException>(() => OcelRoundTripTests.FromText("{\n\"events\":\n[,]}")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_unfinished_document_is_refused() =>
        Assert.Throws<LogFormatException>(() => OcelRoundTripTests.FromText("""{"events":[{"id":"e1" """));

    [Fact]
    public void A_string_that_is_no_UTF8_is_refused()
    {
        using var stream = new MemoryStream([.. "{\"x\":\""u8, 0xFF, .. "\"}"u8]);
        Assert.Throws<LogFormatException>(() => OcelJson.Read(stream));
    }

    [Fact]
    public void Numbers_and_truths_written_as_strings_are_understood_by_their_declared_type()
    {
        var log = OcelRoundTripTests.FromText("""{"events":[{"id":"e","type":"pay","time":"2024-01-01T01:30:00+03:30","attributes":[{"name":"sum","value":"12.50"}]}],""" + Types + "}");
        Assert.Equal(12.5, log.Events[0].Attributes[0].Value.AsFloat());
        Assert.Equal(new DateTimeOffset(2023, 12, 31, 22, 0, 0, TimeSpan.Zero), log.Events[0].Time);
    }
}
