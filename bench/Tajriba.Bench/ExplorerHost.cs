using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Tajriba.Bench;

/// <summary>The product itself in a process of its own, asked over HTTP as a browser would ask.</summary>
internal sealed partial class ExplorerHost : IAsyncDisposable
{
    private const int Rounds = 15;
    private readonly Process process;
    private readonly HttpClient client;

    private ExplorerHost(Process process, HttpClient client)
    {
        this.process = process;
        this.client = client;
    }

    /// <summary>Most memory that the process ever held, MB.</summary>
    public double PeakMegabytes => Status("VmHWM");

    /// <summary>Memory that it holds now, MB.</summary>
    public double Megabytes => Status("VmRSS");

    public static async Task<ExplorerHost> StartAsync(string folder, int port)
    {
        string program = Path.Combine(BenchLogs.Root(), "src", "Tajriba.Host", "bin", "Release", "net10.0", "Tajriba.Host.dll");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--print-link", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        Process started = Process.Start(start)!;
        string? link = null;
        while (link is null && await started.StandardOutput.ReadLineAsync() is { } line)
        {
            link = SignInLink().Match(line) is { Success: true } found ? found.Value : null;
        }

        _ = started.StandardOutput.ReadToEndAsync();
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AutomaticDecompression = DecompressionMethods.None }) { Timeout = TimeSpan.FromMinutes(10) };
        browser.BaseAddress = new Uri($"http://127.0.0.1:{port}/");
        string page = await browser.GetStringAsync(link ?? throw new InvalidOperationException("The product did not start."));

        // The page holds the form to enter first, then the one that switches the language.
        var fields = HiddenField().Matches(page).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).DistinctBy(f => f.Key);
        using HttpResponseMessage entered = await browser.PostAsync(link, new FormUrlEncodedContent(fields));
        entered.EnsureSuccessStatusCode();
        return new ExplorerHost(started, browser);
    }

    /// <summary>Asks for a page again and again, and prints the times beside the milliseconds that are allowed.</summary>
    public async Task TellAsync(string page, double most)
    {
        await AskAsync(page);
        var times = new List<double>();
        for (int i = 0; i < Rounds; i++)
        {
            times.Add((await AskAsync(page)).Wall);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page}: median {times[Rounds / 2]:F0} ms, most {times[^1]:F0} ms, {times[Rounds / 2] / most:F2} of the {most:F0} ms that are allowed"));
    }

    /// <summary>Milliseconds until the answer is there in whole, and the processor's milliseconds that it cost (in steps of ten).</summary>
    public async Task<(double Wall, double Processor)> AskAsync(string path)
    {
        double before = Processor();
        long begin = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await client.GetAsync(path);
        await answer.Content.CopyToAsync(Stream.Null);
        double milliseconds = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode}");
        }

        return (milliseconds, Processor() - before);
    }

    /// <summary>The answer's text.</summary>
    public Task<string> TextAsync(string path) => client.GetStringAsync(path);

    private double Processor()
    {
        string[] fields = File.ReadAllText($"/proc/{process.Id}/stat").Split(") ")[1].Split(' ');
        return 10.0 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!process.HasExited)
        {
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private double Status(string name)
    {
        string line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    [GeneratedRegex("http://\\S+/sign-in/link/\\S+", RegexOptions.NonBacktracking)]
    private static partial Regex SignInLink();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex HiddenField();
}
