using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class ImportTests
{
    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.Postgres];

    private const string Visits = """
        case_id,activity,timestamp,customer_id,channel,branch,amount
        C1,Call,2024-03-01T08:00:00+03:30,U1,phone,T01,12.5
        C1,Visit,2024-03-02 10:15:00Z,U1,branch,T01,
        C2,Call,2024-03-02 11:00:00Z,U2,phone,T02,007

        """;

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Rows_become_events_with_objects_and_attributes(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        ImportRecord done = await desk.ImportAsync(desk.File("visits.csv", Visits));
        Assert.Equal((ImportState.Done, 3L, 0L), (done.State, done.Added, done.Rejected));
        IReadOnlyList<LoggedEvent> events = await desk.EventsAsync();
        Assert.Equal(["Call", "Visit", "Call"], events.Select(e => e.Name));
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 4, 30, 0, TimeSpan.Zero), events[0].Time);
        Assert.Equal([new ObjectRef("customer", "U1"), new ObjectRef("case", "C1")], events[0].Objects);
        Assert.Equal(("phone", "T01", """{"amount":12.5}"""), (events[0].Channel, events[0].Unit, events[0].Attributes));
        Assert.Null(events[1].Attributes);
        Assert.Equal("""{"amount":"007"}""", events[2].Attributes);
    }

    /// <summary>A list of comments names no events, and often nobody: it is feedback as it stands.</summary>
    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_list_of_comments_is_feedback(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        string path = desk.File("comments.csv", "تاریخ,نظر,امتیاز,شعبه\n2026-11-01 10:00,خیلی معطل شدم,۲,T01\n2026-11-02 11:30,\"خوب بود، ممنون\",5,T02\n");
        ImportRecord done = await desk.ImportAsync(path);
        Assert.Equal((ImportState.Done, 2L, 0L), (done.State, done.Added, done.Rejected));
        IReadOnlyList<LoggedEvent> events = await desk.EventsAsync();
        Assert.All(events, e => Assert.Equal(("Feedback Received", "respondent"), (e.Name, Assert.Single(e.Objects).Type)));
        Assert.Equal(2, events.Select(e => e.Objects[0].Id).Distinct().Count());
        Assert.Equal(("T01", """{"text":"خیلی معطل شدم","rating":"۲"}"""), (events[0].Unit, events[0].Attributes));
        Assert.Equal(ImportPlanKind.AlreadyDone, (await desk.Importer.PlanAsync(path, "comments.csv", done.Mapping)).Kind);

        // A column that has the name of what another one stands for is kept beside it.
        await desk.ImportAsync(desk.File("two.csv", "date,text,نظر\n2026-11-04,short,long\n"), guessed => guessed with { Text = "نظر" });
        Assert.Equal("""{"text_2":"short","text":"long"}""", (await desk.EventsAsync())[2].Attributes);

        // One who is named is no unknown; a name of one's own is taken, a bad one is not.
        ImportRecord named = await desk.ImportAsync(desk.File("named.csv", "date,comment,customer_id\n2026-11-03,Late again,U7\n2026-11-03,Nobody came,\n"));
        Assert.Equal([new ObjectRef("customer", "U7")], (await desk.EventsAsync())[3].Objects);
        Assert.Equal("respondent", Assert.Single((await desk.EventsAsync())[4].Objects).Type);
        Assert.Equal(ImportFault.BadName, (await Assert.ThrowsAsync<ImportFileException>(() => desk.Importer.PlanAsync(path, "comments.csv", named.Mapping with { EventName = "a\nb" }))).Problem.Fault);
    }

    /// <summary>What tells imports apart is what it was before a mapping could say more.</summary>
    [Fact]
    public void A_mapping_without_a_name_of_its_own_is_written_as_ever()
        => Assert.DoesNotContain("EventName", new ColumnMapping { Activity = "a", Time = "t" }.ToJson(), StringComparison.Ordinal);

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task The_same_file_twice_adds_nothing(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        string path = desk.File("visits.csv", Visits);
        ImportRecord first = await desk.ImportAsync(path);
        ImportPlan again = await desk.Importer.PlanAsync(desk.File("copy.csv.gz", Desk.Gzip(System.Text.Encoding.UTF8.GetBytes(Visits))), "copy.csv.gz", first.Mapping);
        Assert.Equal((ImportPlanKind.AlreadyDone, first.Id), (again.Kind, again.Import.Id));
        Assert.Equal(3, (await desk.EventsAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task A_file_that_grew_adds_its_new_rows(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        await desk.ImportAsync(desk.File("visits.csv", Visits.TrimEnd()));
        ImportRecord grown = await desk.ImportAsync(desk.File("visits.csv", Visits + "C3,Call,2024-03-05,U3,phone,T01,1\n"));
        Assert.Equal((3L, 4L, 1L), (grown.FirstRow, grown.Row, grown.Added));
        Assert.Equal(["C1", "C1", "C2", "C3"], (await desk.EventsAsync()).Select(e => e.Objects[1].Id));
    }

    [Fact]
    public async Task A_last_row_that_changed_makes_another_file()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.ImportAsync(desk.File("visits.csv", Visits.TrimEnd()));
        ImportRecord other = await desk.ImportAsync(desk.File("visits.csv", Visits.TrimEnd() + "99\n"));
        Assert.Equal(0, other.FirstRow);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Ids_of_the_source_are_known_across_files(DatabaseProvider provider)
    {
        const string Head = "event_id,case_id,activity,timestamp\n";
        await using Desk desk = await Desk.OpenAsync(provider);
        await desk.ImportAsync(desk.File("monday.csv", Head + "e1,C1,A,2024-01-01\ne2,C1,B,2024-01-02\n"));
        ImportRecord second = await desk.ImportAsync(desk.File("tuesday.csv", Head + "e2,C1,B,2024-01-02\ne3,C1,C,2024-01-03\n"));
        Assert.Equal((1L, 1L), (second.Added, second.Known));
        Assert.Equal(["A", "B", "C"], (await desk.EventsAsync()).Select(e => e.Name));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers))]
    public async Task Rows_that_cannot_be_taken_are_kept_with_their_reasons(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        byte[] content =
        [
            .. "case_id,activity,timestamp,note\nC1,A,2024-01-01,fine\nC1,A,2024-13-01,x\nC1,,2024-01-01,x\nC1,A,,x\n,A,2024-01-01,x\nC1,A,2024-01-01\n"u8,
            .. "C1,A\0B,2024-01-01,x\nC1,A,2024-01-01,\""u8, .. new string('m', 1 << 20).Select(c => (byte)c), .. "\"\nC1,\xff\xfe,2024-01-01,x\n"u8,
            .. "C1,A,2024-01-01,\"a\"b\n"u8, 0x43, 0x31, 0x2C, 0xFF, 0x2C, .. "2024-01-01,x\nC1,\"never closed,2024-01-01,x\n"u8,
        ];
        ImportRecord done = await desk.ImportAsync(desk.File("bad.csv", content));
        IReadOnlyList<RejectedRow> rejected = await desk.Imports.RejectedAsync(done.Id, 0, 100);
        Assert.Equal(
            [
                (2L, RejectReason.BadTime), (3L, RejectReason.MissingActivity), (4L, RejectReason.MissingTime), (5L, RejectReason.MissingObject), (6L, RejectReason.CellCount),
                (7L, RejectReason.BadCharacter), (8L, RejectReason.TooLong), (10L, RejectReason.TextAfterQuote), (11L, RejectReason.BadEncoding), (12L, RejectReason.UnclosedQuote),
            ],
            rejected.Select(r => (r.Row, r.Reason)));
        Assert.Equal("C1,A,2024-13-01,x", rejected[0].Raw);
        Assert.Equal(2001, rejected[6].Raw.Length);
        Assert.Equal((2L, 10L, 12L), (done.Added, done.Rejected, done.Row));
    }

    [Fact]
    public async Task Formulas_stay_inert_text()
    {
        await using Desk desk = await Desk.OpenAsync();
        await desk.ImportAsync(desk.File("formula.csv", "case_id;activity;timestamp;note\n=1+1;@SUM(A1);2024-01-01;\"=HYPERLINK(\"\"http://x\"\")\"\n"));
        LoggedEvent item = Assert.Single(await desk.EventsAsync());
        Assert.Equal(("@SUM(A1)", "=1+1", """{"note":"=HYPERLINK(\"http://x\")"}"""), (item.Name, item.Objects[0].Id, item.Attributes));
    }
}
