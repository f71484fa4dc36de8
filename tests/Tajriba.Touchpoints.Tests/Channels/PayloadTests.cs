using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Channels.Webhooks.Telling;

namespace Tajriba.Touchpoints.Tests.Channels;

public sealed class PayloadTests
{
    private static readonly LoggedEvent Plain = new(
        7, "source:1", "a-1", "Order Completed", new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.FromHours(3.5)), new DateTimeOffset(2026, 3, 1, 6, 0, 1, TimeSpan.Zero),
        [new("customer", "u1", "buyer"), new("order", "A-1")], "web", "n1", """{"total":1e400,"name":"سفارش"}""");

    [Theory]
    [InlineData("Order Completed", "order.completed")]
    [InlineData("orderCompleted", "order.completed")]
    [InlineData("order.completed", "order.completed")]
    [InlineData("ORDER_COMPLETED", "order_completed")]
    [InlineData("  Service – Completed (2) ", "service.completed.2")]
    [InlineData("سفارش تکمیل شد", "event")]
    [InlineData("سفارش A2 شد", "a2")]
    [InlineData("...", "event")]
    [InlineData("", "event")]
    public void A_name_becomes_a_dotted_type(string name, string type) => Assert.Equal(type, EventType.Of(name));

    [Fact]
    public void Every_type_keeps_to_the_letters_of_the_specification() =>
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), name =>
        {
            string type = EventType.Of(name.Get);
            return type.Length > 0 && type.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') && type[0] != '.' && type[^1] != '.' && !type.Contains("..", StringComparison.Ordinal);
        }));

    [Fact]
    public void The_payload_has_type_timestamp_and_the_event_as_it_is()
    {
        string text = Encoding.UTF8.GetString(Payload.Of(Plain));
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement;
        Assert.Equal("order.completed", root.GetProperty("type").GetString());
        Assert.Equal("2026-03-01T06:00:00.000000Z", root.GetProperty("timestamp").GetString());
        JsonElement data = root.GetProperty("data");
        Assert.Equal((7, "a-1", "source:1", "Order Completed"), (data.GetProperty("position").GetInt64(), data.GetProperty("id").GetString(), data.GetProperty("source").GetString(), data.GetProperty("name").GetString()));
        Assert.Equal(("web", "n1"), (data.GetProperty("channel").GetString(), data.GetProperty("unit").GetString()));
        Assert.Equal("""[{"type":"customer","id":"u1","qualifier":"buyer"},{"type":"order","id":"A-1"}]""", data.GetProperty("objects").GetRawText());
        Assert.Equal(Plain.Attributes, data.GetProperty("attributes").GetRawText());
        Assert.Equal(Payload.Of(Plain), Payload.Of(Plain));
    }

    [Fact]
    public void Attributes_beyond_the_limit_are_left_out_and_that_is_said()
    {
        string most = $$"""{"a":"{{new string('x', Payload.MostAttributes - 8)}}"}""";
        using JsonDocument whole = JsonDocument.Parse(Payload.Of(Plain with { Attributes = most }));
        Assert.Equal(most, whole.RootElement.GetProperty("data").GetProperty("attributes").GetRawText());
        using JsonDocument cut = JsonDocument.Parse(Payload.Of(Plain with { Attributes = most.Insert(6, "x") }));
        JsonElement data = cut.RootElement.GetProperty("data");
        Assert.False(data.TryGetProperty("attributes", out _));
        Assert.Equal((Payload.MostAttributes + 1, Payload.MostAttributes), (data.GetProperty("attributesLeftOut").GetProperty("bytes").GetInt32(), data.GetProperty("attributesLeftOut").GetProperty("limit").GetInt32()));
    }

    [Fact]
    public void An_id_follows_from_the_event_and_has_no_dot()
    {
        string id = MessageId.Of(Plain);
        Assert.Matches("^msg_[0-9a-f]{32}$", id);
        Assert.Equal(id, MessageId.Of(Plain with { Position = 8, Name = "Other" }));
        Assert.NotEqual(id, MessageId.Of(Plain with { Id = "a-2" }));
        Assert.NotEqual(MessageId.Of(Plain with { Source = "a:b", Id = "c" }), MessageId.Of(Plain with { Source = "a", Id = "b:c" }));
        Assert.Matches("^msg_[0-9a-f]{32}$", MessageId.New());
    }
}
