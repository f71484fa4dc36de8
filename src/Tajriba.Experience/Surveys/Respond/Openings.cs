using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// Tells the log who opened an address that everybody may have: a device once a day, in batches, so that a page costs no write.
/// Where more come than can be written, or from one address, they are not told; the page is shown all the same.
/// </summary>
internal sealed partial class Openings(IExperienceLog log, AddressRates rates, TimeProvider clock, ILogger<Openings> logger) : BackgroundService
{
    private const int MostWaiting = 10_000;
    private const int Batch = 500;
    private const int MostRemembered = 50_000;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly Channel<NewEvent> waiting = Channel.CreateBounded<NewEvent>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);

    /// <summary>Notes that a device opened a survey.</summary>
    /// <param name="door">Where it came in.</param>
    /// <param name="mode">How.</param>
    /// <param name="owner">Hash of the device's token.</param>
    /// <param name="address">The device's address.</param>
    public void Note(Door door, LinkMode mode, string owner, IPAddress? address)
    {
        var now = clock.GetUtcNow();
        var id = "opened-" + Token.Hash($"{owner}/{door.Survey.Key}/{DateOnly.FromDateTime(now.UtcDateTime):yyyyMMdd}")[..32];
        if (told.ContainsKey(id) || !rates.Opened.TryTake(address))
        {
            return;
        }

        if (told.Count >= MostRemembered)
        {
            told.Clear();
        }

        told[id] = true;
        waiting.Writer.TryWrite(Completion.Opening(Occasion.Of(door, mode), door.Survey.Version, id, now));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await TellAsync(CancellationToken.None);
                await Task.Delay(Rest, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TellAsync(CancellationToken.None);
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var events = new List<NewEvent>(Batch);
        while (events.Count < Batch && waiting.Reader.TryRead(out var opening))
        {
            events.Add(opening);
        }

        try
        {
            if (events.Count > 0)
            {
                await log.AppendAsync(events, cancellationToken);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Failed(logger, events.Count, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} openings of surveys could not be told to the log")]
    private static partial void Failed(ILogger logger, int count, Exception exception);
}
