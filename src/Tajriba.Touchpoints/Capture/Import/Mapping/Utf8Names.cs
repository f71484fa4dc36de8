using System.Diagnostics.CodeAnalysis;
using System.Text;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Text that repeats, found by its bytes without making strings. Bounded: a column with more different values than this names no kind of thing.</summary>
internal sealed class Utf8Names<T>(string column, int limit, Func<string, T> make)
{
    private readonly Dictionary<byte[], T> values = new(new ByteComparer());

    public T Get(ReadOnlySpan<byte> utf8)
    {
        var lookup = values.GetAlternateLookup<ReadOnlySpan<byte>>();
        if (!lookup.TryGetValue(utf8, out T? value))
        {
            if (values.Count == limit)
            {
                throw new ImportFileException(ImportFault.TooManyNames, column, limit);
            }

            value = make(Encoding.UTF8.GetString(utf8));
            lookup[utf8] = value;
        }

        return value;
    }

    private sealed class ByteComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
