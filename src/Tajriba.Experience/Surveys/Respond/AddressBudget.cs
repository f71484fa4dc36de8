using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>How much of something one address may do in a while: so much a second, and what it saved up while it did nothing.</summary>
internal sealed class AddressBudget(double perSecond, double saved, TimeProvider clock)
{
    private const int MostAddresses = 50_000;

    private readonly ConcurrentDictionary<UInt128, Bucket> buckets = new();

    public bool TryTake(IPAddress? address)
    {
        var now = clock.GetTimestamp();
        if (buckets.Count >= MostAddresses)
        {
            Forget(now);
        }

        return buckets.GetOrAdd(NetOf(address), _ => new Bucket(now, saved)).TryTake(now, perSecond, saved, clock);
    }

    /// <summary>Whether there is anything left, without taking of it.</summary>
    public bool HasLeft(IPAddress? address)
        => !buckets.TryGetValue(NetOf(address), out var bucket) || bucket.HasLeft(clock.GetTimestamp(), perSecond, saved, clock);

    /// <summary>Those that are full again need not be remembered; where that is none, nobody is: the next second counts anew.</summary>
    private void Forget(long now)
    {
        foreach (var (net, bucket) in buckets)
        {
            if (bucket.IsFull(now, perSecond, saved, clock))
            {
                buckets.TryRemove(net, out _);
            }
        }

        if (buckets.Count >= MostAddresses)
        {
            buckets.Clear();
        }
    }

    /// <summary>Of the newer addresses a household has 2^64: they count as one.</summary>
    private static UInt128 NetOf(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        if (address is null || !address.MapToIPv6().TryWriteBytes(bytes, out _))
        {
            return 0;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
        {
            bytes[8..].Clear();
        }

        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private sealed class Bucket(long begin, double full)
    {
        private readonly Lock gate = new();
        private long filledAt = begin;
        private double left = full;

        public bool TryTake(long now, double perSecond, double saved, TimeProvider clock)
        {
            lock (gate)
            {
                Fill(now, perSecond, saved, clock);
                if (left < 1)
                {
                    return false;
                }

                left--;
                return true;
            }
        }

        public bool HasLeft(long now, double perSecond, double saved, TimeProvider clock)
        {
            lock (gate)
            {
                Fill(now, perSecond, saved, clock);
                return left >= 1;
            }
        }

        public bool IsFull(long now, double perSecond, double saved, TimeProvider clock)
        {
            lock (gate)
            {
                Fill(now, perSecond, saved, clock);
                return left >= saved;
            }
        }

        private void Fill(long now, double perSecond, double saved, TimeProvider clock)
        {
            left = Math.Min(saved, left + (perSecond * clock.GetElapsedTime(filledAt, now).TotalSeconds));
            filledAt = now;
        }
    }
}
