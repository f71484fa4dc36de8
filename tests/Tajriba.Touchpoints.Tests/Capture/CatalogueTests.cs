using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Catalogue;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class CatalogueTests
{
    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Names_are_learned_once_however_often_they_are_told(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        var learner = desk.Database.Get<CatalogueLearner>();
        var catalogue = desk.Database.Get<IEventCatalogue>();
        await desk.Log.AppendAsync([Event(1, "Call"), Event(2, "Visit"), Event(3, "Call")]);
        long reached = await learner.HandleAsync(desk.Log, 0, default);
        Assert.Equal(reached, await learner.HandleAsync(desk.Log, 0, default));
        await desk.Log.AppendAsync([Event(0, "Call")]);
        await learner.HandleAsync(desk.Log, reached, default);
        await Same();
        await learner.ResetAsync(default);
        await learner.HandleAsync(desk.Log, 0, default);
        await Same();

        Task Same()
        {
            CatalogueEntry call = catalogue.Get("Call");
            Assert.Equal((3L, Day(0), Day(3)), (call.Count, call.FirstSeen!.Value, call.LastSeen!.Value));
            Assert.Equal(["Call", "Visit"], catalogue.All.Select(e => e.Name));
            return Task.CompletedTask;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_person_names_an_event_and_takes_it_back(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        await desk.Log.AppendAsync([Event(1, "Call")]);
        var editor = desk.Database.Get<CatalogueEditor>();
        var catalogue = desk.Database.Get<IEventCatalogue>();
        await editor.SaveAsync(catalogue.Get("Call") with { English = "Phone call", Persian = "تماس تلفنی", Hidden = true });
        Assert.Equal(("Phone call", "تماس تلفنی", "Phone call", true), (catalogue.Get("Call").DisplayName("en"), catalogue.Get("Call").DisplayName("fa"), catalogue.Get("Call").DisplayName("ar"), catalogue.Get("Call").Hidden));
        Assert.True(await editor.UndoAsync("Call"));
        Assert.Equal(("Call", false), (catalogue.Get("Call").DisplayName("fa"), catalogue.Get("Call").Hidden));
        Assert.True(await editor.UndoAsync("Call"));
        Assert.Equal("Phone call", catalogue.Get("Call").DisplayName("en"));
        Assert.False(await editor.UndoAsync("Unknown"));
    }

    [Fact]
    public async Task A_rule_names_objects_of_the_events_imported_after_it()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.Log.AppendAsync([Event(1, "Buy")]);
        await desk.Database.Get<CatalogueEditor>().SaveAsync(new CatalogueEntry { Name = "Buy", ObjectRules = [new ObjectRule("basket", "order")] });
        await desk.ImportAsync(desk.File("buy.csv", "case_id,activity,timestamp,basket\nC1,Buy,2024-01-01,B7\nC1,Look,2024-01-01,B8\n"));
        IReadOnlyList<LoggedEvent> events = await desk.EventsAsync();
        Assert.Equal([new ObjectRef("case", "C1"), new ObjectRef("order", "B7")], events[1].Objects);
        Assert.Equal([new ObjectRef("case", "C1")], events[2].Objects);
    }

    private static DateTimeOffset Day(int day) => DateTimeOffset.UnixEpoch.AddDays(day);

    private static NewEvent Event(int day, string name) => new() { Source = "s", Id = $"{name}{day}", Name = name, Time = Day(day), Objects = [new("case", "1")] };
}
