using System.Text;

namespace Tajriba.Kernel.Log;

/// <summary>
/// Hash of (source, id), the same on every node and for ever, because runs of ids are stored by it. Eight bytes at a
/// time by multiplication, finished with the mixer of MurmurHash3 (Appleby, public domain) so that every bit counts.
/// </summary>
internal static class IdHash
{
    /// <param name="source">Code of the source.</param>
    /// <param name="id">At most 100 characters.</param>
    public static ulong Of(int source, string id)
    {
        Span<byte> utf8 = stackalloc byte[EventRules.MaxIdBytes];
        return Of(source, utf8[..Encoding.UTF8.GetBytes(id, utf8)]);
    }

    public static ulong Of(int source, ReadOnlySpan<byte> id)
    {
        var hash = (0xCBF29CE484222325UL ^ (uint)source) * 0x9E3779B97F4A7C15UL;
        hash ^= (ulong)id.Length << 56;
        while (id.Length >= 8)
        {
            hash = (hash ^ BitConverter.ToUInt64(id)) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 32;
            id = id[8..];
        }

        foreach (var b in id)
        {
            hash = (hash ^ b) * 0x100000001B3UL;
        }

        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCDUL;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53UL;
        return hash ^ (hash >> 33);
    }
}
