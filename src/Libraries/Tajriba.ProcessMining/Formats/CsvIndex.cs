using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Tajriba.ProcessMining;

/// <summary>Finds where the fields of whole records end in a window of CSV.</summary>
internal sealed class CsvIndex
{
    private int[] _ends = new int[1 << 14];

    /// <summary>Positions of delimiters and line feeds, in order, the last being a line feed.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Indexes a window up to its last complete record; the count is zero when it holds none.</summary>
    [MethodImpl(Compile.AtOnce)]
    public void Build(ReadOnlySpan<byte> span, byte delimiter)
    {
        Count = 0;
        if (span.Contains((byte)'"'))
        {
            WithQuotes(span, delimiter);
        }
        else
        {
            Plain(span, delimiter);
        }

        while (Count > 0 && span[_ends[Count - 1]] != '\n')
        {
            Count--;
        }
    }

    [MethodImpl(Compile.AtOnce)]
    private void Plain(ReadOnlySpan<byte> span, byte delimiter)
    {
        int i = 0;
        ref byte p = ref MemoryMarshal.GetReference(span);
        var d = Vector256.Create(delimiter);
        var n = Vector256.Create((byte)'\n');
        for (; i + 32 <= span.Length; i += 32)
        {
            Vector256<byte> v = Vector256.LoadUnsafe(ref p, (nuint)i);
            uint mask = (Vector256.Equals(v, d) | Vector256.Equals(v, n)).ExtractMostSignificantBits();
            if (Count + 32 > _ends.Length)
            {
                Array.Resize(ref _ends, _ends.Length * 2);
            }

            int[] ends = _ends;
            int count = Count;
            while (mask != 0)
            {
                ends[count++] = i + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
            }

            Count = count;
        }

        for (; i < span.Length; i++)
        {
            if (span[i] == delimiter || span[i] == '\n')
            {
                Add(i);
            }
        }
    }

    /// <summary>A quote opens only at the start of a field; inside, two stand for one and delimiters are text.</summary>
    [MethodImpl(Compile.AtOnce)]
    private void WithQuotes(ReadOnlySpan<byte> span, byte delimiter)
    {
        int at = 0;
        while (at < span.Length)
        {
            if (span[at] == '"')
            {
                at++;
                while (true)
                {
                    int quote = span[at..].IndexOf((byte)'"');
                    if (quote < 0)
                    {
                        return;
                    }

                    at += quote + 1;
                    if (at < span.Length && span[at] == '"')
                    {
                        at++;
                        continue;
                    }

                    break;
                }
            }

            int end = span[at..].IndexOfAny(delimiter, (byte)'\n');
            if (end < 0)
            {
                return;
            }

            Add(at + end);
            at += end + 1;
        }
    }

    private void Add(int position)
    {
        if (Count == _ends.Length)
        {
            Array.Resize(ref _ends, _ends.Length * 2);
        }

        _ends[Count++] = position;
    }
}
