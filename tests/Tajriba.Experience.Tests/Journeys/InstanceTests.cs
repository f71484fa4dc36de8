using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class InstanceTests
{
    private static readonly string[] Names = ["book", "call", "repair", "pay", "other"];

    [Fact]
    public void Case13_Journeys_come_out_the_same_in_whatever_order_and_portions_events_arrive()
    {
        var stories = (from seed in Gen.Choose(0, int.MaxValue)
                       from count in Gen.Choose(1, 60)
                       select (seed, count)).ToArbitrary();
        Prop.ForAll(stories, story =>
        {
            var random = new Random(story.seed);
            var sorted = Story(random, story.count);
            var shuffled = sorted.ToArray();
            random.Shuffle(shuffled);
            return Cast.Told(Cast.Journeys(sorted)).SequenceEqual(Cast.Told(InPortions(shuffled, random)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_journey_ends_by_its_end_event_or_by_the_time_out()
    {
        var told = Cast.Journeys([
            Cast.Event("a", "call", 0), Cast.Event("a", "book", 1), Cast.Event("a", "pay", 5), Cast.Event("a", "repair", 6),
            Cast.Event("b", "book", 0), Cast.Event("b", "repair", 24 * 11), Cast.Event("b", "book", 24 * 12),
            Cast.Event("c", "book", 24 * 12)]);
        Assert.Equal(4, told.Count);
        Assert.Equal([InstanceEnding.Ended, InstanceEnding.Left, InstanceEnding.Open, InstanceEnding.Open], told.Endings);
        Assert.Equal([true, false, false, false], told.Success!);
        Assert.Equal(2, told.View.Ends[0] - told.View.Starts[0]);
    }

    [Fact]
    public void One_journey_per_object_keeps_every_event_and_is_judged_by_its_last()
    {
        var told = Cast.Journeys(
            [
                Cast.Event("a", "call", 0), Cast.Event("a", "book", 1), Cast.Event("a", "pay", 5), Cast.Event("a", "repair", 6), Cast.Event("a", "pay", 24 * 40),
                Cast.Event("b", "book", 0), Cast.Event("b", "pay", 1), Cast.Event("b", "repair", 24 * 11),
                Cast.Event("c", "book", 24 * 39)],
            Cast.Visit with { OnePerObject = true });
        Assert.Equal(3, told.Count);
        Assert.Equal(9, told.View.EventCount);
        Assert.Equal([InstanceEnding.Ended, InstanceEnding.Left, InstanceEnding.Open], told.Endings);
        Assert.Equal([true, true, false], told.Success!);
    }

    [Fact]
    public void A_journey_is_found_by_its_key_and_knows_its_customer()
    {
        var log = new MemoryLog().Append([Cast.Event("a", "book", 0), Cast.Event("a", "pay", 1), Cast.Event("a", "book", 2), Cast.Event("b", "book", 3)]);
        var objects = ObjectLogReader.CatchUp(log, ObjectLog.Empty("visit"), CancellationToken.None);
        var journeys = InstanceLog.Of(Cast.Visit, objects);
        for (var i = 0; i < journeys.Count; i++)
        {
            Assert.Equal(i, journeys.Find(journeys.KeyOf(i)));
        }

        Assert.Equal(-1, journeys.Find("1-999"));
        Assert.Equal(-1, journeys.Find("nonsense"));
        Assert.Equal(log.NumberOf("customer", "of b"), journeys.CustomerOf(2));
        Assert.Equal([0, 1], journeys.JourneysOf(log.NumberOf("customer", "of a")));
    }

    [Fact]
    public void A_column_with_too_many_values_is_dropped_and_named()
    {
        var events = Enumerable.Range(0, ObjectLog.MostValues + 10).Select(i => Cast.Event("a", "book", i, attributes: $"{{\"plate\":\"{i}\",\"colour\":\"red\"}}"));
        var objects = ObjectLogReader.CatchUp(new MemoryLog().Append(events), ObjectLog.Empty("visit"), CancellationToken.None);
        Assert.Contains("plate", objects.Dropped);
        Assert.Null(objects.Events.Column("plate"));
        Assert.Equal("red", objects.Events.Column("colour")![0]);
    }

    [Fact]
    public void Of_a_client_s_message_its_properties_are_the_attributes()
    {
        const string Message = """{"type":"track","event":"book","userId":"u","messageId":"m","context":{"page":"p"},"properties":{"colour":"red","size":{"cm":3},"price":12.5}}""";
        var objects = Captured(Cast.Event("a", "book", 0, attributes: Message));
        Assert.Equal(("red", "12.5"), (objects.Events.Column("colour")![0], objects.Events.Column("price")![0]));
        Assert.Null(objects.Events.Column("messageId"));
        Assert.Null(objects.Events.Column("type"));
        Assert.Equal("red", Captured(Cast.Event("a", "Call Rated", 0, attributes: Message)).Events.Column("colour")![0]);
    }

    [Fact]
    public void A_contact_s_members_are_its_attributes_whatever_stands_in_its_properties()
    {
        const string Contact = """{"callId":"c-1","score":4,"min":1,"max":5,"event":null,"properties":{"event":"e","userId":"u","messageId":"m","specversion":"1.0"}}""";
        Assert.Equal("4", Captured(Cast.Event("a", "Call Rated", 0, attributes: Contact)).Events.Column("score")![0]);
    }

    [Fact]
    public void What_was_imported_keeps_its_attributes_whatever_they_are_called()
    {
        const string Row = """{"userId":"u","messageId":"m","specversion":"1.0","colour":"red"}""";
        var objects = ObjectLogReader.CatchUp(new MemoryLog().Append([Cast.Event("a", "book", 0, attributes: Row)]), ObjectLog.Empty("visit"), CancellationToken.None);
        Assert.Equal(("red", "m"), (objects.Events.Column("colour")![0], objects.Events.Column("messageId")![0]));
    }

    private static ObjectLog Captured(NewEvent told)
        => ObjectLogReader.CatchUp(new MemoryLog().Append([told with { Source = "source:1" }]), ObjectLog.Empty("visit"), CancellationToken.None);

    private static InstanceLog InPortions(NewEvent[] events, Random random)
    {
        var log = new MemoryLog();
        var objects = ObjectLog.Empty("visit");
        for (var at = 0; at < events.Length;)
        {
            var portion = random.Next(1, 10);
            log.Append(events.Skip(at).Take(portion));
            objects = ObjectLogReader.CatchUp(log, objects, CancellationToken.None);
            at += portion;
        }

        return InstanceLog.Of(Cast.Visit, objects);
    }

    /// <summary>Events of three visits at distinct times, in order.</summary>
    private static NewEvent[] Story(Random random, int count)
    {
        var hour = 0;
        return [.. Enumerable.Range(0, count).Select(_ => Cast.Event("v" + random.Next(3), Names[random.Next(Names.Length)], hour += random.Next(1, 200)))];
    }
}
