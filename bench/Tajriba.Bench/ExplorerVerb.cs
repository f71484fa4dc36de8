using System.Globalization;

namespace Tajriba.Bench;

/// <summary><c>explorer [EVENTS] [FOLDER]</c>; a folder that is there already is used as it stands.</summary>
internal static class ExplorerVerb
{
    private const int Usual = 5_000_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int events = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        string folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), $"tajriba-explorer-{events}");
        await ExplorerBench.RunAsync(events, folder);
        return 0;
    }
}
