using System.CommandLine;
using Tajriba.Host.Web;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba serve</c>: the product, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var demo = new Option<bool>("--demo") { Description = "Fill an empty database with the living demo and keep it alive." };
        var printLink = new Option<bool>("--print-link") { Description = "Print a one-time sign-in link for the administrator." };
        var options = new DataOptions();
        var port = new Option<int>("--port") { Description = "Port on the loopback address.", DefaultValueFactory = _ => 5080 };
        port.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValue(port) is < 0 or > 65535)
            {
                result.AddError("--port is 0 (any free one) to 65535.");
            }
        });
        var urls = new Option<string?>("--urls") { Description = "Addresses to listen on, instead of --port." };
        var command = new Command("serve", "Start the product.") { demo, printLink, port, urls };
        options.AddTo(command);
        command.SetAction((result, stopping) => RunAsync(
        [
            $"--urls={result.GetValue(urls) ?? $"http://127.0.0.1:{result.GetValue(port)}"}",
            $"--Tajriba:Demo={result.GetValue(demo)}",
            $"--Tajriba:PrintLink={result.GetValue(printLink)}",
            .. options.Configuration(result),
        ], stopping));
        return command;
    }

    /// <param name="configuration"><c>--key=value</c> pairs as the configuration system takes them.</param>
    /// <param name="stopping">Tells it to end what it has begun and to stop.</param>
    public static async Task<int> RunAsync(string[] configuration, CancellationToken stopping = default)
    {
        await using var app = TajribaApplication.Build(configuration);
        await TajribaApplication.ServeAsync(app, stopping);
        return 0;
    }
}
