using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Demo.Journeys;
using Tajriba.Demo.Live;
using Tajriba.Demo.Story;
using Tajriba.Experience.Journeys.Define;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;
using Tajriba.Kernel.Storage;
using Xunit.Abstractions;

namespace Tajriba.Demo.Tests;

public sealed class BuildingTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Fills_an_empty_house_once_and_then_lives_on()
    {
        var clock = new FixedClock(Now);
        await using var house = await TestHouse.OpenAsync(clock);
        var log = house.Get<IExperienceLog>();
        var builder = house.Get<DemoBuilder>();
        var used = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();

        var plan = await builder.BuildAsync();

        output.WriteLine($"{log.Head} events in {watch.Elapsed.TotalSeconds:F1} s, {(Process.GetCurrentProcess().TotalProcessorTime - used).TotalSeconds:F1} CPU s");
        var tape = plan!.Open().Tell(Now);
        Assert.Equal(tape.Count, log.Head);
        await HoldsTheStory(log, tape, plan);
        await Furnished(house);

        clock.Now = Now.AddHours(1);
        Assert.Equal(plan, await builder.BuildAsync());
        Assert.Equal(tape.Count, log.Head);
        await Lives(house, plan, clock, tape.Count);
    }

    [Fact]
    public async Task Goes_on_where_it_was_interrupted()
    {
        var clock = new FixedClock(Now);
        await using var house = await TestHouse.OpenAsync(clock);
        var log = house.Get<IExperienceLog>();
        var builder = house.Get<DemoBuilder>();
        using var power = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => builder.BuildAsync(new Cut(power), power.Token));
        var half = log.Head;
        Assert.InRange(half, 1, 1_000_000);

        clock.Now = Now.AddDays(2);
        var plan = await builder.BuildAsync();
        Assert.Equal(Now, plan!.Now);
        Assert.Equal(plan.Open().Tell(Now).Count, log.Head);
        var last = (await log.ReadAsync(log.Head - 1, 1)).Single();
        Assert.Equal(log.Head.ToString(), last.Id);
    }

    [Fact]
    public async Task Leaves_a_real_house_alone()
    {
        await using var house = await TestHouse.OpenAsync(new FixedClock(Now));
        var log = house.Get<IExperienceLog>();
        await log.AppendAsync([new NewEvent { Source = "crm", Id = "1", Name = "Call", Time = Now, Objects = [new("customer", "1")] }]);
        Assert.Null(await house.Get<DemoBuilder>().BuildAsync());
        Assert.Equal(1, log.Head);
        Assert.Empty(house.Get<IUnits>().Tree.All);
    }

    [Fact]
    public void A_plan_is_known_by_its_source()
    {
        var plan = DemoPlan.Of(Now.AddMilliseconds(300), 7);
        Assert.Equal(plan, DemoPlan.Parse(plan.Source));
        Assert.Equal(plan, DemoPlan.Parse(plan.LiveSource));
        Assert.All(new[] { "crm", "demo-", "demo-x-1", "demo-20261122T093000Z" }, text => Assert.Null(DemoPlan.Parse(text)));
    }

    [Fact]
    public void Every_definition_keeps_to_the_rules()
        => Assert.All(DemoJourneys.All, journey => Assert.Null(DefinitionRules.Broken(journey.ToDefinition())));

    private static async Task HoldsTheStory(IExperienceLog log, Story.StoryTape tape, DemoPlan plan)
    {
        foreach (var place in new[] { 0, 1, 500_000, tape.Count - 1 })
        {
            var kept = (await log.ReadAsync(place, 1)).Single();
            var told = tape.Describe(place, plan.Source);
            Assert.Equal((told.Source, told.Id, told.Name, told.Time, told.Channel, told.Unit), (kept.Source, kept.Id, kept.Name, kept.Time, kept.Channel, kept.Unit));
            Assert.Equal(told.Objects, kept.Objects);
            Assert.Equal(told.Attributes, kept.Attributes);
        }
    }

    private static async Task Furnished(TestHouse house)
    {
        Assert.All(DemoGroup.Codes, code => Assert.NotNull(house.Get<IUnits>().Tree.Find(code)));
        var people = await house.Get<IPeople>().ListAsync(null, null, 100);
        Assert.Subset(people.Select(p => p.UserName).ToHashSet(), DemoPeople.All.Select(p => p.UserName).ToHashSet());
        await using var scope = house.Services.CreateAsyncScope();
        var journeys = await scope.ServiceProvider.GetRequiredService<JourneyStore>().ListAsync();
        Assert.Equal(DemoJourneys.All.Select(j => j.Name.En), journeys.Select(j => j.Name.En));
    }

    private static async Task Lives(TestHouse house, DemoPlan plan, FixedClock clock, int history)
    {
        var road = new Recorder();
        LiveFeed Open() => new(road, house.Get<IDatabase>(), house.Get<ISettings>(), plan, clock);
        var feed = Open();
        var first = await feed.SendDueAsync();
        Assert.InRange(first, 10, 1_000);
        Assert.Equal(0, await feed.SendDueAsync());

        // The house is closed for six weeks; then everything that happened meanwhile is sent, though the product fails once.
        clock.Now = clock.Now.AddDays(42);
        var again = Open();
        road.FailsAfter = 5;
        await Assert.ThrowsAsync<HttpRequestException>(() => again.SendDueAsync());
        Assert.InRange(await again.SendDueAsync(), 50_000, 160_000);
        clock.Now = clock.Now.AddHours(2);
        await again.SendDueAsync();

        // One that has not heard of the restart sends nothing that is new.
        await feed.SendDueAsync();
        var story = plan.Open().Tell(clock.Now);
        int[] sent = [.. Enumerable.Range(history, story.Count - history).Where(place => story.Events[place].Kind != EventKind.SurveyInvited)];
        Assert.Equal(sent.Length, road.Sent.Count);
        foreach (var place in new[] { sent[0], sent[first], sent[40_000], sent[^1] })
        {
            var told = story.Describe(place, plan.LiveSource);
            Assert.Equal(told with { Objects = [] }, road.Sent[told.Id].Event with { Objects = [] });
            Assert.Equal(told.Objects, road.Sent[told.Id].Event.Objects);
            Assert.Equal(DemoSource.Of(told), road.Sent[told.Id].Source);
        }
    }

    /// <summary>Keeps what is sent, once, and fails when it is told to.</summary>
    private sealed class Recorder : IStoryRoad
    {
        public Dictionary<string, (DemoSource Source, NewEvent Event)> Sent { get; } = [];

        public int FailsAfter { get; set; } = -1;

        public Task SendAsync(DemoSource source, IReadOnlyList<NewEvent> events, CancellationToken cancellationToken)
        {
            if (FailsAfter-- == 0)
            {
                throw new HttpRequestException("away");
            }

            foreach (var item in events)
            {
                Sent.TryAdd(item.Id, (source, item));
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>Pulls the plug after the second batch.</summary>
    private sealed class Cut(CancellationTokenSource power) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value)
        {
            if (value.Written > 150_000)
            {
                power.Cancel();
            }
        }
    }
}
