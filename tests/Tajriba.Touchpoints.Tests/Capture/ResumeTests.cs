using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class ResumeTests
{
    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task Stopping_after_any_commit_and_going_on_gives_the_same_log(DatabaseProvider provider)
    {
        string csv = "case_id,activity,timestamp,note\n" + string.Concat(Enumerable.Range(0, 23).Select(
            i => i % 5 == 3 ? $"C{i},A,never,\n" : $"C{i % 4},A{i % 3},2024-01-01T00:00:{i:00}Z,\"two\nlines, {i}\"\n"));
        foreach (bool packed in new[] { false, true })
        {
            await using Desk whole = await Desk.OpenAsync(provider);
            await whole.ImportAsync(Put(whole));
            string[] expected = [.. (await whole.EventsAsync()).Select(Line)];
            for (int commits = 0; commits <= 7; commits++)
            {
                await using Desk desk = await Desk.OpenAsync(provider);
                Importer dying = Desk.ImporterOf(desk.Database.Services, 4, new DyingAppender(desk.Database.Get<IBulkAppender>(), commits));
                string path = Put(desk);
                var mapping = FileSample.Of(EventFile.Open(path)).Guess();
                ImportPlan plan = await dying.PlanAsync(path, "f", mapping);
                await Record.ExceptionAsync(() => dying.RunAsync(plan.Import.Id));
                await using ServiceProvider restarted = desk.Database.Open([new Kernel.Access.AccessRoom(), new Touchpoints.Capture.CaptureRoom()]);
                ImportPlan again = await Desk.ImporterOf(restarted, 3).PlanAsync(path, "f", mapping);
                ImportRecord done = await Desk.ImporterOf(restarted, 3).RunAsync(again.Import.Id);
                Assert.Equal(plan.Import.Id, done.Id);
                Assert.Equal((23L, 19L, 4L), (done.Row, done.Added, done.Rejected));
                Assert.Equal(4, (await desk.Imports.RejectedAsync(done.Id, 0, 100)).Count);
                Assert.Equal(expected, (await desk.EventsAsync(restarted)).Select(Line));
            }

            string Put(Desk desk) => packed
                ? desk.File("f.csv.gz", Desk.Gzip(System.Text.Encoding.UTF8.GetBytes(csv)))
                : desk.File("f.csv", csv);
        }
    }

    [Fact]
    public async Task Two_runs_of_one_import_at_once_add_each_row_once()
    {
        await using Desk desk = await Desk.OpenAsync();
        string path = desk.File("f.csv", "case_id,activity,timestamp\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"C{i},A,2024-01-01\n")));
        ImportPlan plan = await desk.Importer.PlanAsync(path, "f", FileSample.Of(EventFile.Open(path)).Guess());
        Task<Exception?>[] runs = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Record.ExceptionAsync(() => Desk.ImporterOf(desk.Database.Services, 7).RunAsync(plan.Import.Id))))];
        await Task.WhenAll(runs);
        await desk.Importer.RunAsync(plan.Import.Id);
        Assert.Equal(400, (await desk.EventsAsync()).Select(e => e.Objects[0].Id).Distinct().Count());
        Assert.Equal(400, (await desk.EventsAsync()).Count);
    }

    [SkippableTheory]
    [MemberData(nameof(ImportTests.Providers), MemberType = typeof(ImportTests))]
    public async Task A_commit_that_a_killed_run_left_to_the_database_is_waited_for(DatabaseProvider provider)
    {
        await using Desk desk = await Desk.OpenAsync(provider);
        string path = desk.File("f.csv", "case_id,activity,timestamp\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"C{i},A,2024-01-01\n")));
        ImportPlan plan = await desk.Importer.PlanAsync(path, "f", FileSample.Of(EventFile.Open(path)).Guess());
        ImportRecord[] after = new ImportRecord[2];
        for (int run = 0; run < 2; run++)
        {
            Importer dying = Desk.ImporterOf(desk.Database.Services, 4, new DyingAppender(desk.Database.Get<IBulkAppender>(), 1));
            await Record.ExceptionAsync(() => dying.RunAsync(plan.Import.Id));
            after[run] = (await desk.Imports.FindAsync(plan.Import.Id))!;
        }

        var database = desk.Database.Get<IDatabase>();
        await database.WriteAsync((transaction, cancel) => Stand(transaction, after[0], cancel));
        var (begun, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        Task last = database.WriteAsync(async (transaction, cancel) =>
        {
            await Stand(transaction, after[1], cancel);
            begun.SetResult();
            await ends.Task;
        });
        await begun.Task;
        Task<ImportRecord> next = Task.Run(() => desk.Importer.RunAsync(plan.Import.Id));
        await Task.Delay(200);
        ends.SetResult();
        await last;
        Assert.Equal((4L, 8L, 20L), (after[0].Row, after[1].Row, (await next).Added));
        Assert.Equal(20, (await desk.EventsAsync()).Count);

        static async Task Stand(DbTransaction transaction, ImportRecord at, CancellationToken cancellationToken) => await transaction.Command(
            "UPDATE capture_imports SET checkpoint_row = @row, checkpoint_offset = @offset, added = @added WHERE id = @id",
            ("row", at.Row), ("offset", at.Offset), ("added", at.Added), ("id", at.Id)).RunAsync(cancellationToken);
    }

    private static string Line(LoggedEvent e) => $"{e.Name}|{e.Time:O}|{string.Join(',', e.Objects)}|{e.Attributes}";

    /// <summary>Lets some commits through, then fails in the middle of the next, as a killed process would.</summary>
    private sealed class DyingAppender(IBulkAppender inner, int commits) : IBulkAppender
    {
        public async Task<IBulkAppend> OpenAsync(string source, CancellationToken cancellationToken = default) =>
            new DyingAppend(await inner.OpenAsync(source, cancellationToken), commits);
    }

    private sealed class DyingAppend(IBulkAppend inner, int commits) : IBulkAppend
    {
        private int left = commits;

        public long? HighWater => inner.HighWater;

        public int Pending => inner.Pending;

        public long Added => inner.Added;

        public long Known => inner.Known;

        public int Source(string name) => inner.Source(name);

        public int EventName(string name) => inner.EventName(name);

        public int Channel(string? name) => inner.Channel(name);

        public int Unit(string? code) => inner.Unit(code);

        public int ObjectType(string type) => inner.ObjectType(type);

        public int Qualifier(string? name) => inner.Qualifier(name);

        public long Object(int type, ReadOnlySpan<byte> utf8Id) => inner.Object(type, utf8Id);

        public void Add(
            long idNumber, int eventName, long timeMicroseconds, int channel, int unit, ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default) =>
            inner.Add(idNumber, eventName, timeMicroseconds, channel, unit, objects, utf8Attributes, qualifiers);

        public void AddNamed(
            int source, string id, int eventName, long timeMicroseconds, int channel, int unit, ReadOnlySpan<long> objects, ReadOnlySpan<byte> utf8Attributes, ReadOnlySpan<int> qualifiers = default) =>
            inner.AddNamed(source, id, eventName, timeMicroseconds, channel, unit, objects, utf8Attributes, qualifiers);

        public Task CommitAsync(Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default) =>
            left-- > 0 ? inner.CommitAsync(alongside, cancellationToken) : inner.CommitAsync(DieAfter(alongside), cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static Func<DbTransaction, CancellationToken, Task> DieAfter(Func<DbTransaction, CancellationToken, Task>? alongside) => async (transaction, cancel) =>
        {
            if (alongside is not null)
            {
                await alongside(transaction, cancel);
            }

            throw new InvalidOperationException("killed");
        };
    }
}
