using System.CommandLine;
using System.Globalization;
using Tajriba.Host.CommandLine;
using Tajriba.Host.CommandLine.Stats;
using Tajriba.Host.CommandLine.Text;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;

// A test host or a service manager starts the product with configuration alone: no verb means serve.
if (args.Length == 0 || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")))
{
    return await ServeCommand.RunAsync(args);
}

var root = new RootCommand(CommandTexts.Product)
{
    ServeCommand.Create(),
    ImportCommand.Create(),
    ExportCommand.Create(),
    MineCommand.Create(),
    StatsCommand.Create(),
    TextCommand.Create(),
    MigrateCommand.Create(),
    RebuildCommand.Create(),
};
return await CommandRunner.InvokeAsync(root, args);

/// <summary>The entry point, named so that tests can start the product in their own process.</summary>
public sealed partial class Program;
