using System.Globalization;
using Tajriba.Kernel.Jobs;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Runs imports that a page or the API asked for; one that a stopped process left goes on with the next start.</summary>
internal sealed class ImportTask(Importer importer, Uploads uploads) : IBackgroundTaskHandler
{
    public const string TaskKind = "capture.import";

    public string Kind => TaskKind;

    public async Task RunAsync(BackgroundTaskRun run, CancellationToken cancellationToken)
    {
        try
        {
            ImportRecord done = await importer.RunAsync(long.Parse(run.Argument, CultureInfo.InvariantCulture), new Reporter(run), cancellationToken);
            uploads.ForgetAt(done.Path);
        }
        catch (ImportFileException)
        {
            // The import's own record says where and what; the task has done what it could.
        }
    }

    private sealed class Reporter(BackgroundTaskRun run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) =>
            run.Report(value.Rows, value.Fraction > 0 ? (long)(value.Rows / value.Fraction) : null);
    }
}
