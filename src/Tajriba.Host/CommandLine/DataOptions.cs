using System.CommandLine;

namespace Tajriba.Host.CommandLine;

/// <summary>Where the data is: the same two options on every verb that touches it.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> data = new("--data") { Description = "Data directory (default: $TAJRIBA_DATA, else ./data)." };
    private readonly Option<string?> database = new("--database") { Description = "sqlite:PATH or postgres:CONNECTION-STRING (default: SQLite in the data directory)." };

    public void AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(database);
    }

    /// <summary>The options as configuration arguments.</summary>
    public IEnumerable<string> Configuration(ParseResult result)
    {
        if ((result.GetValue(data) ?? Environment.GetEnvironmentVariable("TAJRIBA_DATA")) is { Length: > 0 } directory)
        {
            yield return $"--Tajriba:DataDirectory={Path.GetFullPath(directory)}";
        }

        if (result.GetValue(database) is { Length: > 0 } connection)
        {
            yield return $"--Tajriba:Database={connection}";
        }
    }
}
