using System.CommandLine;
using Spectre.Console;
using Tajriba.Host.Web;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Touchpoints.Capture.Import.Mapping;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba import FILE</c>: brings a file of events into the log, also while the product runs.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "CSV, JSON lines, XES or OCEL 2.0 (JSON or SQLite); text also as .gz." };
        var mapping = new Option<string?>("--mapping") { Description = "Name of a saved mapping." };
        var save = new Option<string?>("--save-mapping") { Description = "Save the mapping used under this name." };
        var @case = new Option<string?>("--case") { Description = "The column of the case (guessed when not given)." };
        var objectType = new Option<string?>("--object-type") { Description = "What the case column names: order, loan, ... (default: case)." };
        var customer = new Option<string?>("--customer") { Description = "The column of the customer." };
        var activity = new Option<string?>("--activity") { Description = "The column of the event's name." };
        var time = new Option<string?>("--time") { Description = "The column of the time." };
        var zone = new Option<string?>("--time-zone") { Description = "Where clocks without offset stood, an IANA name (default: UTC)." };
        var eventId = new Option<string?>("--event-id") { Description = "The column of the source's own id of the event." };
        var channel = new Option<string?>("--channel") { Description = "The column of the channel." };
        var unit = new Option<string?>("--unit") { Description = "The column of the organizational unit." };
        var options = new DataOptions();
        var command = new Command("import", "Bring a file of events into the log. The same file twice adds nothing; one that was cut short goes on where it stood.")
        {
            file, mapping, save, @case, objectType, customer, activity, time, zone, eventId, channel, unit,
        };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            string path = Path.GetFullPath(result.GetRequiredValue(file));
            try
            {
                EventFile source = EventFile.Open(path);
                FileSample sample = FileSample.Of(source);
                await using WebApplication app = TajribaApplication.Build([.. options.Configuration(result)]);
                await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
                var mappings = app.Services.GetRequiredService<MappingStore>();
                ColumnMapping columns = result.GetValue(mapping) is { } name
                    ? await mappings.FindAsync(name, cancellationToken) ?? throw new ImportFileException(ImportFault.UnknownMapping, name)
                    : await mappings.ForColumnsAsync(sample.Fingerprint, cancellationToken) ?? sample.Guess();
                columns = columns with
                {
                    Activity = result.GetValue(activity) ?? columns.Activity,
                    Time = result.GetValue(time) ?? columns.Time,
                    TimeZone = result.GetValue(zone) ?? columns.TimeZone,
                    EventId = result.GetValue(eventId) ?? columns.EventId,
                    Channel = result.GetValue(channel) ?? columns.Channel,
                    Unit = result.GetValue(unit) ?? columns.Unit,
                };
                columns = columns.WithCase(result.GetValue(@case), result.GetValue(objectType)).WithObject(result.GetValue(customer), "customer");
                if (result.GetValue(save) is { } saveAs)
                {
                    await mappings.SaveAsync(saveAs, sample.Fingerprint, columns, cancellationToken);
                }

                return await RunAsync(app.Services.GetRequiredService<Importer>(), path, columns, cancellationToken);
            }
            catch (Exception e) when (e is ImportFileException or IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync(CommandRunner.OneLine($"{path}: {e.Message}{Hint(e)}"));
                return CommandRunner.BadInput;
            }
        });
        return command;
    }

    /// <summary>Which option helps.</summary>
    private static string Hint(Exception e) => (e as ImportFileException)?.Problem.Fault switch
    {
        ImportFault.NoActivity => " Name it: --activity COLUMN.",
        ImportFault.NoTime => " Name it: --time COLUMN.",
        ImportFault.NoObject => " Name it: --case COLUMN or --customer COLUMN.",
        ImportFault.NoCase => " Name it: --case COLUMN.",
        _ => "",
    };

    private static async Task<int> RunAsync(Importer importer, string path, ColumnMapping columns, CancellationToken cancellationToken)
    {
        ImportPlan plan = await importer.PlanAsync(path, Path.GetFileName(path), columns, cancellationToken);
        switch (plan.Kind)
        {
            case ImportPlanKind.AlreadyDone:
                Console.WriteLine($"This content was imported before (import {plan.Import.Id}, {plan.Import.Added} events): nothing to add.");
                return 0;
            case ImportPlanKind.Resumes:
                Console.WriteLine($"Going on with import {plan.Import.Id} after row {plan.Import.Row}.");
                break;
            case ImportPlanKind.Continues:
                Console.WriteLine($"The file has grown since it was imported: going on after row {plan.Import.Row}.");
                break;
        }

        try
        {
            ImportRecord done = await WatchAsync(progress => importer.RunAsync(plan.Import.Id, progress, cancellationToken));
            Console.WriteLine($"Import {done.Id}: {done.Rows} rows, {done.Added} events added, {done.Known} known, {done.Rejected} rejected.");
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped. The same command goes on from here.");
            return 130;
        }
    }

    /// <summary>A bar with rate and remaining time where somebody watches; nothing where the output goes to a file.</summary>
    private static async Task<ImportRecord> WatchAsync(Func<IProgress<ImportProgress>?, Task<ImportRecord>> run)
    {
        if (Console.IsOutputRedirected)
        {
            return await run(null);
        }

        return await AnsiConsole.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async screen =>
            {
                ProgressTask bar = screen.AddTask("starting", maxValue: 1);
                return await run(new Watcher(progress =>
                {
                    bar.Value = progress.Fraction;
                    bar.Description = $"{progress.Rows:N0} rows, {progress.RowsPerSecond:N0}/s, {progress.Rejected:N0} rejected";
                }));
            });
    }

    private sealed class Watcher(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
