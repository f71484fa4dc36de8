using Tajriba.ProcessMining.Ocel;

namespace Tajriba.ProcessMining.Tests.Ocel;

public sealed class FlatteningTests
{
    /// <summary>One order of two items: picked one after the other, shipped together; the payment concerns the order alone.</summary>
    private static readonly ObjectCentricLog Shop = new(
        [new OcelType("place", []), new OcelType("pick", [new("weight", OcelValueType.Integer)]), new OcelType("ship", []), new OcelType("pay", [])],
        [new OcelType("order", [new("status", OcelValueType.String)]), new OcelType("item", [])],
        [
            Event("e1", "place", 1, "o1", "i1", "i2"),
            Event("e2", "pick", 2, "o1", "i1"),
            Event("e3", "pick", 3, "o1", "i2"),
            Event("e5", "pay", 5, "o1"),
            Event("e4", "ship", 4, "o1", "i1", "i2"),
        ],
        [
            new OcelObject("o1", "order", [new("status", DateTimeOffset.UnixEpoch, OcelValue.Of("new")), new("status", At(4), OcelValue.Of("sent"))], []),
            new OcelObject("i1", "item", [], []),
            new OcelObject("i2", "item", [], []),
        ]);

    [Fact]
    public void Seen_by_orders_the_picks_of_different_items_look_like_repetition()
    {
        var flat = Shop.Flatten("order");
        Assert.Equal((5, 1), (flat.Log.EventCount, flat.Log.CaseCount));
        Assert.Equal((0, 0, 0, 1), (flat.Lost, flat.Converging, flat.Copies, flat.Diverging));
        Assert.Equal("sent", flat.Log.Column("case:status")![0]);
    }

    [Fact]
    public void Seen_by_items_shared_events_are_copied_and_the_payment_is_lost()
    {
        var flat = Shop.Flatten("item");
        Assert.Equal((6, 2), (flat.Log.EventCount, flat.Log.CaseCount));
        Assert.Equal((1, 2, 2, 0), (flat.Lost, flat.Converging, flat.Copies, flat.Diverging));
    }

    [Fact]
    public void An_unknown_object_type_is_refused_and_the_known_ones_named() =>
        Assert.Contains("'order', 'item'", Assert.Throws<ArgumentException>(() => Shop.Flatten("parcel")).Message, StringComparison.Ordinal);

    [Fact]
    public void An_attribute_has_the_value_of_the_time_asked_for()
    {
        var order = Shop.Object("o1")!;
        Assert.Equal("new", order.At("status", At(3)).ToString());
        Assert.Equal("sent", order.At("status", At(4)).ToString());
        Assert.Null(order.At("price", At(4)));
    }

    internal static ObjectCentricLog Example => Shop;

    private static OcelEvent Event(string id, string type, int day, params string[] objects) =>
        new(id, type, At(day), [], [.. objects.Select(o => new OcelRelation(o, o[0] == 'o' ? "order" : "item"))]);

    private static DateTimeOffset At(int day) => new(2024, 1, day, 0, 0, 0, TimeSpan.Zero);
}
