using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Handles of objects in one bulk append. Rows of one case often stand together: the last object of a type needs no look-up.</summary>
internal sealed class ObjectNumbers(IBulkAppend bulk)
{
    private readonly Dictionary<string, Last> types = new(StringComparer.Ordinal);

    public long Get(string type, ReadOnlySpan<byte> id)
    {
        if (!types.TryGetValue(type, out Last? last))
        {
            types.Add(type, last = new Last(bulk.ObjectType(type)));
        }

        return last.Number(bulk, id);
    }

    private sealed class Last(int type)
    {
        private byte[] id = [];
        private int length = -1;
        private long number;

        public long Number(IBulkAppend bulk, ReadOnlySpan<byte> wanted)
        {
            if (length == wanted.Length && wanted.SequenceEqual(id.AsSpan(0, length)))
            {
                return number;
            }

            number = bulk.Object(type, wanted);
            length = wanted.Length;
            if (id.Length < length)
            {
                id = new byte[length * 2];
            }

            wanted.CopyTo(id);
            return number;
        }
    }
}
