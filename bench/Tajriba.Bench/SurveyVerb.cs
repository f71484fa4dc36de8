using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Tajriba.Bench;

/// <summary>
/// Asks a running product for the first page of a survey, as many at once as asked for, and tells requests per CPU second of the
/// server's process, and what the page and its files weigh compressed.
/// </summary>
internal static class SurveyVerb
{
    private const int WarmUp = 2_000;
    private const double TickMilliseconds = 10;

    /// <param name="args">Address of the page, number of the server's process, requests (100,000), connections (16).</param>
    public static async Task<int> RunAsync(string[] args)
    {
        var page = new Uri(args[0]);
        int process = int.Parse(args[1], CultureInfo.InvariantCulture);
        int requests = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 100_000;
        int connections = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 16;
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AutomaticDecompression = DecompressionMethods.None, MaxConnectionsPerServer = connections });
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        int bytes = await AskAsync(client, page, WarmUp, connections);
        double before = Processor(process);
        long begin = Stopwatch.GetTimestamp();
        await AskAsync(client, page, requests, connections);
        double seconds = (Processor(process) - before) / 1000;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page: {requests / seconds:0} requests per CPU second of the server ({Stopwatch.GetElapsedTime(begin).TotalSeconds:0.0} s in all), {bytes / 1024.0:0.0} KiB brotli"));
        return 0;
    }

    private static async Task<int> AskAsync(HttpClient client, Uri page, int requests, int connections)
    {
        int left = requests;
        int bytes = 0;
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                bytes = (await client.GetByteArrayAsync(page)).Length;
            }
        }));
        return bytes;
    }

    /// <summary>User and system milliseconds of a process.</summary>
    private static double Processor(int process)
    {
        string[] fields = File.ReadAllText($"/proc/{process}/stat").Split(") ")[1].Split(' ');
        return TickMilliseconds * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
    }
}
