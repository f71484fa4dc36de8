using Microsoft.Extensions.Logging.Abstractions;
using Tajriba.Experience.Journeys.Explore;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Tests.Journeys;

/// <summary>An object log that lies in a file says the same as one that was read from the experience log.</summary>
public sealed class KeptLogTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tajriba-kept").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_was_kept_and_what_came_since_are_the_whole()
    {
        var events = Story(300);
        var log = new MemoryLog().Append(events[..500]);
        var kept = await Files(log).KeepAsync(Read(log, ObjectLog.Empty("visit")), default);
        Assert.Equal(500, kept.Position);

        log.Append(events[500..]);
        var opened = await Files(log).OpenAsync("visit", default);
        Assert.NotNull(opened);
        var late = Read(log, opened);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(Cast.Told(InstanceLog.Of(Cast.Visit, Read(log, ObjectLog.Empty("visit")))), Cast.Told(InstanceLog.Of(Cast.Visit, late)));
            Assert.Equal(Channels(Read(log, ObjectLog.Empty("visit"))), Channels(late));
            late = await Files(log).KeepAsync(late, default);
        }
    }

    [Fact]
    public async Task The_file_of_another_log_is_passed_over()
    {
        var log = new MemoryLog().Append(Story(50));
        await Files(log).KeepAsync(Read(log, ObjectLog.Empty("visit")), default);
        Assert.NotNull(await Files(log).OpenAsync("visit", default));

        var other = new MemoryLog().Append(Story(60).Select(e => e with { Source = "another" }));
        Assert.Null(await Files(other).OpenAsync("visit", default));
        Assert.Null(await Files(new MemoryLog()).OpenAsync("visit", default));
    }

    [Fact]
    public async Task A_damaged_file_is_passed_over()
    {
        var log = new MemoryLog().Append(Story(50));
        await Files(log).KeepAsync(Read(log, ObjectLog.Empty("visit")), default);
        foreach (var file in Directory.GetFiles(folder, "*.log", SearchOption.AllDirectories))
        {
            await File.WriteAllTextAsync(file, "damaged");
        }

        Assert.Null(await Files(log).OpenAsync("visit", default));
    }

    [Fact]
    public async Task A_reset_forgets_the_file_and_reads_the_same_anew()
    {
        var log = new MemoryLog().Append(Story(80));
        var files = Files(log);
        var objects = new ObjectLogs(log, files, TimeProvider.System);
        var before = Cast.Told(InstanceLog.Of(Cast.Visit, await objects.GetAsync("visit")));
        await files.KeepAsync(await objects.GetAsync("visit"), default);

        await objects.ResetAsync(default);
        Assert.Empty(files.Kept());
        await objects.HandleAsync(log, 0, default);
        Assert.Equal(before, Cast.Told(InstanceLog.Of(Cast.Visit, await objects.GetAsync("visit"))));
    }

    [Fact]
    public async Task A_journey_is_found_by_its_key_in_a_kept_log_too()
    {
        var log = new MemoryLog().Append(Story(120));
        var journeys = InstanceLog.Of(Cast.Visit, await Files(log).KeepAsync(Read(log, ObjectLog.Empty("visit")), default));
        Assert.All(Enumerable.Range(0, journeys.Count), i => Assert.Equal(i, journeys.Find(journeys.KeyOf(i))));
        Assert.Equal(journeys.Count, JourneyFilter.Apply(journeys, ExplorerState.Default, Tajriba.Kernel.Access.UnitScope.Everything).Count);
    }

    private static ObjectLog Read(MemoryLog log, ObjectLog before) => ObjectLogReader.CatchUp(log, before, CancellationToken.None);

    private static string[] Channels(ObjectLog objects)
    {
        var column = objects.Events.Column(ObjectLogColumns.Channel)!;
        return [.. Enumerable.Range(0, objects.Events.EventCount).Select(i => $"{objects.Events.EventKeys[i]} {column[i]}")];
    }

    private ObjectLogFiles Files(MemoryLog log)
        => new(new DatabaseSettings(DatabaseProvider.Sqlite, Path.Combine(folder, "tajriba.db"), folder), log, NullLogger<ObjectLogFiles>.Instance);

    private static NewEvent[] Story(int visits)
    {
        var random = new Random(7);
        string[] channels = ["phone", "web", "branch"];
        var events = new List<NewEvent>();
        for (var v = 0; v < visits; v++)
        {
            var hour = random.Next(2000) + random.NextDouble();
            events.Add(Cast.Event("v" + v, "book", hour, "phone"));
            for (var step = random.Next(5); step > 0; step--)
            {
                events.Add(Cast.Event("v" + v, "repair", hour += random.Next(300), channels[random.Next(3)]));
            }

            events.Add(Cast.Event("v" + v, "pay", hour + 1, "branch"));
        }

        // Told in no order of time, as imports are.
        return [.. events.OrderBy(_ => random.Next())];
    }
}
