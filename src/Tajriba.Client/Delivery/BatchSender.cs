using System.Net.Http.Headers;
using System.Text;

namespace Tajriba.Client.Delivery;

/// <summary>Brings a batch to the server, however often it takes.</summary>
internal sealed class BatchSender
{
    private const int MostDoublings = 20;
    private readonly TajribaClientOptions options;
    private readonly HttpClient http;
    private readonly TimeProvider clock;
    private readonly Random chance;
    private readonly Uri address;
    private readonly AuthenticationHeaderValue key;
    private long retries;

    public BatchSender(TajribaClientOptions options, HttpClient http, TimeProvider clock, Random chance)
    {
        (this.options, this.http, this.clock, this.chance) = (options, http, clock, chance);

        // With strict=1 the server tells what it put aside; and no sign-in page of some network looks like that answer.
        address = new Uri(options.Server, "/v1/batch?strict=1");
        key = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(options.WriteKey + ":")));
    }

    /// <summary>Attempts that failed and were made again.</summary>
    public long Retries => Interlocked.Read(ref retries);

    /// <summary>Returns once each of the messages is delivered or dropped.</summary>
    /// <returns>What is dropped.</returns>
    /// <exception cref="OperationCanceledException">Told to stop before that.</exception>
    public async Task<List<DroppedMessages>> SendAsync(IReadOnlyList<ReadOnlyMemory<byte>> batch, CancellationToken cancellationToken)
    {
        var dropped = new List<DroppedMessages>();
        var parts = new Stack<IReadOnlyList<ReadOnlyMemory<byte>>>([batch]);
        for (int failures = 0; parts.TryPeek(out IReadOnlyList<ReadOnlyMemory<byte>>? part);)
        {
            Answer answer = await AttemptAsync(part, cancellationToken).ConfigureAwait(false);
            if (answer.Verdict == Verdict.Again)
            {
                Interlocked.Increment(ref retries);
                Tell(answer.Fault!);
                await Task.Delay(Wait(failures++, answer.RetryAfter), clock, cancellationToken).ConfigureAwait(false);
                continue;
            }

            failures = 0;
            parts.Pop();
            Settle(part, answer, parts, dropped);
        }

        return dropped;
    }

    /// <summary>Tells the owner of a failure after which it is tried again.</summary>
    public void Tell(Exception fault)
    {
        try
        {
            options.Faulted?.Invoke(fault);
        }
        catch (Exception)
        {
            // Said where the callback is documented: what it throws must not stop the sender.
        }
    }

    private static void Settle(
        IReadOnlyList<ReadOnlyMemory<byte>> part, Answer answer, Stack<IReadOnlyList<ReadOnlyMemory<byte>>> parts, List<DroppedMessages> dropped)
    {
        switch (answer.Verdict)
        {
            case Verdict.Rejected:
                dropped.Add(new DroppedMessages(DropReason.Rejected, part.Count, answer.Detail, part));
                break;
            case Verdict.TooLarge when part.Count == 1:
                dropped.Add(new DroppedMessages(DropReason.TooLarge, 1, null, part));
                break;
            case Verdict.TooLarge:
                // The first half lies on top, so that the order stays.
                parts.Push([.. part.Skip(part.Count / 2)]);
                parts.Push([.. part.Take(part.Count / 2)]);
                break;
            default:
                dropped.AddRange(answer.Refused!.Select(r => new DroppedMessages(DropReason.Refused, 1, r.Reason, [part[r.Place]])));
                break;
        }
    }

    private async Task<Answer> AttemptAsync(IReadOnlyList<ReadOnlyMemory<byte>> part, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(options.RequestTimeout, clock);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = BatchBody.Of(part, clock.GetUtcNow(), options.Gzip) };
            request.Headers.Authorization = key;
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            return await AnswerReader.ReadAsync(response, address, part.Count, clock.GetUtcNow(), either.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // No connection, a cut one, no answer in time, a handler of the caller's that throws: none says that it was delivered.
            return new Answer(Verdict.Again, Fault: e);
        }
    }

    /// <summary>The server's wish, or a time that doubles; half of it left to chance, so that many clients do not come at once.</summary>
    private TimeSpan Wait(int failures, TimeSpan? retryAfter)
    {
        double part = 0.5 + (chance.NextDouble() / 2);
        if (retryAfter is { } wish)
        {
            TimeSpan obeyed = TimeSpan.FromTicks(Math.Clamp(wish.Ticks, 0, options.LongestRetryAfter.Ticks));
            return obeyed + (options.FirstRetry * part);
        }

        double ticks = options.FirstRetry.Ticks * Math.Pow(2, Math.Min(failures, MostDoublings));
        return TimeSpan.FromTicks((long)(Math.Min(ticks, options.LongestRetry.Ticks) * part));
    }
}
