using System.Collections;

namespace Tajriba.Bench.Crash;

/// <summary>Numbers from 0 on, as bits; safe for several threads.</summary>
internal sealed class NumberSet
{
    private readonly Lock turn = new();
    private readonly BitArray bits = new(1 << 20);

    public long Count { get; private set; }

    public bool Contains(long number)
    {
        lock (turn)
        {
            return number < bits.Length && bits[(int)number];
        }
    }

    /// <summary>False where it was there already.</summary>
    public bool Add(long number)
    {
        lock (turn)
        {
            if (number >= bits.Length)
            {
                bits.Length = (int)Math.Max(number + 1, bits.Length * 2L);
            }

            if (bits[(int)number])
            {
                return false;
            }

            bits[(int)number] = true;
            Count++;
            return true;
        }
    }

    public IEnumerable<long> All() => Enumerable.Range(0, bits.Length).Where(i => bits[i]).Select(i => (long)i);
}
