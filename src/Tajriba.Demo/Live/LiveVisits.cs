using System.Globalization;
using System.Text.Json.Nodes;
using Tajriba.Client;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Story;
using Stream = Tajriba.Demo.Story.Stream;

namespace Tajriba.Demo.Live;

/// <summary>
/// What people do on the website and in the app while the demo runs: more of it by day than by night, never nothing. It
/// belongs to no journey of the story and is not told again after a pause.
/// </summary>
public sealed class LiveVisits(long seed)
{
    private const double KnownShare = 0.45;
    private const double AppShare = 0.4;
    private const double PriceShare = 0.2;
    private const double FridayFactor = 0.7;

    /// <summary>Visits that begin in a minute of each hour of the group's day.</summary>
    private static readonly double[] ByHour = [1.5, 1, 0.8, 0.8, 0.8, 1, 2, 4, 7, 9, 10, 10, 9, 8, 8, 8, 9, 10, 11, 12, 11, 9, 6, 3];

    private static readonly (string Path, string Name)[] Pages =
    [
        ("/", "Home"), ("/models", "Models"), ("/models/sahra", "Sahra"), ("/models/damavand", "Damavand"), ("/models/atlas", "Atlas"), ("/offers", "Offers"),
        ("/service", "Book a service"), ("/branches", "Branches"), ("/financing", "Financing"), ("/account", "My vehicles"),
    ];

    private readonly PriorityQueue<LiveStep, DateTimeOffset> coming = new();
    private long begunUntil;

    /// <summary>What has happened since the last call, in order of time; the first call begins with the minute at hand.</summary>
    public IEnumerable<LiveStep> Due(DateTimeOffset now)
    {
        long minute = now.ToUnixTimeSeconds() / 60;
        for (begunUntil = Math.Max(begunUntil, minute - 1); begunUntil < minute; begunUntil++)
        {
            Begin(begunUntil + 1);
        }

        while (coming.TryPeek(out LiveStep? next, out DateTimeOffset at) && at <= now)
        {
            yield return coming.Dequeue();
        }
    }

    private void Begin(long minute)
    {
        var dice = Dice.Of(seed, Stream.Visitor, minute);
        DateTimeOffset start = DateTimeOffset.FromUnixTimeSeconds(minute * 60);
        DateTimeOffset there = start.ToOffset(DemoCalendar.Offset);
        double expected = ByHour[there.Hour] * (there.DayOfWeek == DayOfWeek.Friday ? FridayFactor : 1);
        int visits = (int)((expected * (0.6 + (0.8 * dice.Unit()))) + dice.Unit());
        for (int i = 0; i < visits; i++)
        {
            Visit(start.AddSeconds(dice.Between(0, 59)), string.Create(CultureInfo.InvariantCulture, $"W-{minute}-{i + 1}"), ref dice);
        }
    }

    private void Visit(DateTimeOffset at, string session, ref Dice dice)
    {
        DemoSource source = dice.Chance(AppShare) ? DemoSource.App : DemoSource.Website;
        string device = string.Create(CultureInfo.InvariantCulture, $"d-{dice.Below(40_000):x}");
        string? customer = dice.Chance(KnownShare) ? new StoryObject(ObjectKind.Customer, dice.Below(DemoParameters.Customers)).Id : null;
        var user = new TajribaUser(customer, device);
        Add(at, new LiveStep(source, user, LiveStepKind.Event, DemoCatalogue.NameOf(EventKind.SessionStarted), new JsonObject { ["session_id"] = session }));
        for (int pages = dice.Between(1, 4); pages > 0; pages--)
        {
            (string path, string name) = Pages[dice.Below(Pages.Length)];
            at = at.AddSeconds(dice.Between(4, 50));
            Add(at, new LiveStep(source, user, LiveStepKind.View, name, new JsonObject { ["session_id"] = session, ["path"] = path }));
        }

        if (dice.Chance(PriceShare))
        {
            at = at.AddSeconds(dice.Between(10, 60));
            Add(at, new LiveStep(source, user, LiveStepKind.Event, DemoCatalogue.NameOf(EventKind.PriceCalculated), new JsonObject { ["session_id"] = session }));
        }
    }

    private void Add(DateTimeOffset at, LiveStep step) => coming.Enqueue(step with { At = at }, at);
}
