using System.Globalization;

namespace Tajriba.Client.Tests;

/// <summary>The tests as a program: a process that fills a durable queue and says so, until it is killed.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not ["produce", var folder])
        {
            return 2;
        }

        using var nobody = new HttpClient(new Server { Script = _ => throw new HttpRequestException("no network") });
        await using var client = new TajribaClient(Server.Options with { QueueDirectory = folder, QueueSync = QueueSync.Never }, nobody);
        for (int i = 0; ; i++)
        {
            await client.TrackAsync(TajribaUser.Known("u"), i.ToString(CultureInfo.InvariantCulture));
            await Console.Out.WriteLineAsync(i.ToString(CultureInfo.InvariantCulture));
        }
    }
}
