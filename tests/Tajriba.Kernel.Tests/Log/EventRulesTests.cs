using Tajriba.Kernel.Log;

namespace Tajriba.Kernel.Tests.Log;

public sealed class EventRulesTests
{
    private static readonly NewEvent Good = new()
    {
        Source = "shop",
        Id = "1",
        Name = "Order Placed",
        Time = new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero),
        Objects = [new("customer", "c-1")],
    };

    public static TheoryData<string, string?> Attributes => new()
    {
        { "[1]", "must be a JSON object" },
        { "{\"a\":", "not valid JSON" },
        { "{\"a\":1} x", "not valid JSON" },
        { "{\"a\":\"\0\"}", "NUL" },
        { string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70), "64 levels" },
        { "{\"a\":\"" + new string('x', EventAttributes.MaxBytes) + "\"}", "at most" },
        { "{}", null },
        { "{\"a\":\"سلام 🙂\",\"b\":[1,2.5,null,true]}", null },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public void Attributes_are_one_json_object_of_sound_text(string json, string? complaint) => Expect(Good with { Attributes = json }, complaint);

    [Theory]
    [InlineData("", "Name")]
    [InlineData("a\0b", "NUL")]
    [InlineData("🙂", null)]
    public void A_name_is_sound_text(string name, string? complaint) => Expect(Good with { Name = name }, complaint);

    /// <summary>Half a pair cannot stand in a test's name, so that it is made here.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        Expect(Good with { Name = "a\ud83d" }, "surrogate");
        Expect(Good with { Name = "\ude42b" }, "surrogate");
        Expect(Good with { Attributes = "{\"a\":\"\ud800\"}" }, "surrogate");
    }

    [Fact]
    public void Texts_end_at_their_limits()
    {
        Expect(Good with { Name = new string('n', 200) }, null);
        Expect(Good with { Name = new string('n', 201) }, "Name");
        Expect(Good with { Id = new string('n', 101) }, "Id");
        Expect(Good with { Source = new string('n', 101) }, "Source");
        Expect(Good with { Channel = "" }, "Channel");
        Expect(Good with { Unit = new string('n', 101) }, "Unit");
        Expect(Good with { Objects = [new("customer", new string('n', 201))] }, "Objects.Id");
        Expect(Good with { Objects = [new("customer", "1", new string('n', 101))] }, "Objects.Qualifier");
    }

    [Fact]
    public void An_event_concerns_one_to_a_thousand_objects()
    {
        Expect(Good with { Objects = [] }, "1 to 1000");
        Expect(Good with { Objects = [.. Enumerable.Repeat(new ObjectRef("customer", "1"), EventRules.MaxObjects)] }, null);
        Expect(Good with { Objects = [.. Enumerable.Repeat(new ObjectRef("customer", "1"), EventRules.MaxObjects + 1)] }, "1 to 1000");
    }

    [Fact]
    public void Ids_in_bytes_are_sound_utf8()
    {
        EventRules.Utf8Id("c-1"u8);
        Assert.Throws<ArgumentException>(() => EventRules.Utf8Id([]));
        Assert.Throws<ArgumentException>(() => EventRules.Utf8Id([0x61, 0]));
        Assert.Throws<ArgumentException>(() => EventRules.Utf8Id([0xC3]));
        Assert.Throws<ArgumentException>(() => EventRules.Utf8Id(new byte[801].Select(_ => (byte)'a').ToArray()));
    }

    private static void Expect(NewEvent item, string? complaint)
    {
        if (complaint is null)
        {
            EventRules.Check(item);
            return;
        }

        Assert.Contains(complaint, Assert.Throws<ArgumentException>(() => EventRules.Check(item)).Message, StringComparison.Ordinal);
    }
}
