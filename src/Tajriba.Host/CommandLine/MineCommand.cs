using System.CommandLine;
using System.Text;
using Tajriba.ProcessMining;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba mine LOG</c>: all about an event log, after filters, as JSON or as tables.</summary>
internal static class MineCommand
{
    private const int BadInput = 2;

    public static Command Create()
    {
        var log = new Argument<string>("LOG") { Description = "A .xes, .csv, .tsv or .jsonl file, or one of these and .gz; or OCEL 2.0 as .json, .jsonocel or .sqlite." };
        var json = new Option<bool>("--json") { Description = "Print everything as one JSON object." };
        var caseColumn = new Option<string?>("--case") { Description = "The column of the case (guessed when not given)." };
        var activityColumn = new Option<string?>("--activity") { Description = "The column of the activity." };
        var timeColumn = new Option<string?>("--time") { Description = "The column of the time." };
        var objectType = new Option<string?>("--object-type") { Description = "For OCEL: the object type whose objects are the cases." };
        var discover = new Option<bool>("--discover") { Description = "Discover process models, without noise and with 0.2, and measure them." };
        var command = new Command("mine", "Analyse an event log.") { log, json, caseColumn, activityColumn, timeColumn, objectType, discover };
        MineFilters.AddTo(command);
        command.SetAction((result, cancel) => Task.FromResult(Guard(() =>
        {
            List<(LogFilter Filter, string? Name)> filters = MineFilters.Read(result);
            var options = new ReadOptions(result.GetValue(caseColumn), result.GetValue(activityColumn), result.GetValue(timeColumn));
            string file = result.GetRequiredValue(log);
            ReadLog read = MineObjects.Knows(file) ? MineObjects.Read(file, result.GetValue(objectType), cancel) : Read(file, options, cancel);
            IReadOnlyList<KeyValuePair<string, object>> more = result.GetValue(discover) ? [MineModels.Member(read, filters)] : [];
            if (result.GetValue(json))
            {
                using Stream output = Console.OpenStandardOutput();
                output.Write(Encoding.UTF8.GetBytes(LogReport.Json(read, file, filters, more)));
            }
            else
            {
                MineTables.Print(read, file, filters);
                MineModels.Print(more);
            }
        })));
        return command;
    }

    private static ReadLog Read(string file, ReadOptions options, CancellationToken cancel)
    {
        if (!LogReader.Knows(file))
        {
            throw new LogFormatException("the name must end in .xes, .csv, .tsv or .jsonl, or one of these and .gz, or in .json, .jsonocel or .sqlite for OCEL");
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        ReadLog read = LogReader.Read(stream, file, options, cancel);
        foreach ((string reason, long count) in read.Rejections.ByReason)
        {
            Console.Error.WriteLine($"left out {count}: {reason} (first at line {read.Rejections.First.FirstOrDefault(r => r.Reason == reason).Line})");
        }

        return read;
    }

    /// <summary>What a caller did wrong is one line on standard error and exit code 2.</summary>
    private static int Guard(Action work)
    {
        try
        {
            work();
            return 0;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            string line = e.Message.Split('\n')[0].TrimEnd();
            int parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
            Console.Error.WriteLine(parameter < 0 ? line : line[..parameter]);
            return BadInput;
        }
    }
}
