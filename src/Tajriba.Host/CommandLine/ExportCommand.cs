using System.CommandLine;
using System.Globalization;
using Tajriba.Host.Web;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Capture.Export;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba export FILE</c>: writes the log, or a part of it, as a file of the field.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write; .gz packs it." };
        var format = new Option<string?>("--format") { Description = "csv, jsonl, xes, ocel-json or ocel-sqlite (default: by the file's name)." };
        var from = new Option<string?>("--from") { Description = "Events at or after this time, ISO 8601." };
        var to = new Option<string?>("--to") { Description = "Events before this time." };
        var objectType = new Option<string?>("--object-type") { Description = "Events that concern an object of this type; in XES its objects are the traces (case)." };
        var events = new Option<string[]>("--event") { Description = "Events of this name (may repeat)." };
        var options = new DataOptions();
        var command = new Command("export", "Write the log as a file.") { file, format, from, to, objectType, events };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            string path = Path.GetFullPath(result.GetRequiredValue(file));
            if (!ExportFormats.TryParse(result.GetValue(format) ?? ExportFormats.OfName(path), out FileFormat chosen))
            {
                return await BadAsync("the format must be csv, jsonl, xes, ocel-json or ocel-sqlite");
            }

            if (!Time(result.GetValue(from), out DateTimeOffset? start) || !Time(result.GetValue(to), out DateTimeOffset? end))
            {
                return await BadAsync("times are ISO 8601: 2024-03-20 or 2024-03-20T10:00:00Z");
            }

            var filter = new ExportFilter { From = start, To = end, ObjectType = result.GetValue(objectType), Names = result.GetValue(events) ?? [] };
            try
            {
                await using WebApplication app = TajribaApplication.Build([.. options.Configuration(result)]);
                await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
                long written = await app.Services.GetRequiredService<Exporter>().WriteFileAsync(path, chosen, filter, cancellationToken);
                Console.WriteLine($"{written} events written to {path}");
                return 0;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return await BadAsync(e.Message);
            }

            async Task<int> BadAsync(string message)
            {
                await Console.Error.WriteLineAsync(CommandRunner.OneLine($"{path}: {message}"));
                return CommandRunner.BadInput;
            }
        });
        return command;
    }

    private static bool Time(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (text is null)
        {
            return true;
        }

        bool read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset parsed);
        time = parsed;
        return read;
    }
}
