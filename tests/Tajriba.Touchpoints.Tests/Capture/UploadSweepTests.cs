using System.Text;
using Microsoft.Extensions.Configuration;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Tests.Capture;

public sealed class UploadSweepTests
{
    [Fact]
    public async Task Uploads_that_nobody_started_go_after_a_day_and_those_that_may_go_on_stay()
    {
        await using Desk desk = await Desk.OpenAsync();
        var uploads = new Uploads(new DatabaseSettings(DatabaseProvider.Sqlite, "", desk.Path("data")), new ConfigurationBuilder().Build());
        string abandoned = await TakeAsync(uploads, "case_id,activity,timestamp\nC1,A,2024-01-01\n");
        string waiting = await TakeAsync(uploads, "case_id,activity,timestamp\nC2,A,2024-01-01\n");
        await desk.Importer.PlanAsync(waiting, "f", FileSample.Of(EventFile.Open(waiting)).Guess());
        string elsewhere = desk.File("mine.csv", "case_id,activity,timestamp\nC3,A,2024-01-01\n");
        await Assert.ThrowsAsync<ImportFileException>(() => TakeAsync(uploads, "PK\x03\x04....."));

        await SweepAsync(TimeSpan.FromHours(23));
        Assert.True(File.Exists(abandoned) && File.Exists(waiting));
        await SweepAsync(TimeSpan.FromHours(25));
        Assert.True(!File.Exists(abandoned) && File.Exists(waiting) && File.Exists(elsewhere));
        Assert.Equal([waiting, waiting + ".name"], Directory.GetFiles(Path.GetDirectoryName(waiting)!).Order(StringComparer.Ordinal));

        Task SweepAsync(TimeSpan later) => new UploadSweep(uploads, desk.Imports, new Later(later)).RunAsync(default);
    }

    private static async Task<string> TakeAsync(Uploads uploads, string content) =>
        uploads.Find(await uploads.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(content)), "visits.csv", default))!;

    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
