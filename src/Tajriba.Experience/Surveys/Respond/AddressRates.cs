using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>
/// How much one address may post in a while. A branch's customers share one, so that it is much for people and little for a
/// machine that fills a survey with inventions.
/// </summary>
internal sealed class AddressRates(TimeProvider clock)
{
    private const double PerSecond = 10;
    private const double Saved = 200;
    private const int MostAddresses = 50_000;

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    public bool TryTake(HttpContext context)
    {
        if (buckets.Count > MostAddresses)
        {
            buckets.Clear();
        }

        var now = clock.GetTimestamp();
        return buckets.GetOrAdd(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new Bucket(now)).TryTake(now, clock);
    }

    private sealed class Bucket(long begin)
    {
        private readonly Lock gate = new();
        private long filledAt = begin;
        private double left = Saved;

        public bool TryTake(long now, TimeProvider clock)
        {
            lock (gate)
            {
                left = Math.Min(Saved, left + (PerSecond * clock.GetElapsedTime(filledAt, now).TotalSeconds));
                filledAt = now;
                if (left < 1)
                {
                    return false;
                }

                left--;
                return true;
            }
        }
    }
}
