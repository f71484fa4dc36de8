using System.Globalization;
using Npgsql;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class PostgresLogStore
{
    /// <summary>Events per query; a longer one would keep old row versions alive.</summary>
    private const int ScanSlice = 200_000;

    public override long Scan(long afterPosition, long upTo, ScanParts parts, CodedEventVisitor visitor, CancellationToken cancellationToken)
    {
        using var connection = (NpgsqlConnection)Blocking.Wait(() => Database.OpenAsync(cancellationToken).AsTask());
        var numbers = new long[16];
        var types = new int[16];
        var qualifiers = new int[16];
        var last = afterPosition;
        for (var full = true; full;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var ids = parts.HasFlag(ScanParts.Ids) ? "id" : "null::text";
            var attributes = parts.HasFlag(ScanParts.Attributes) ? "attributes" : "null::text";
            var sql = string.Create(
                CultureInfo.InvariantCulture,
                $"copy (select position, time, name, channel, unit, objects, source, {ids}, {attributes} from log_event where position > {last} and position <= {upTo} order by position limit {ScanSlice}) to stdout (format binary)");
            using var stream = connection.BeginRawBinaryCopy(sql);
            var copy = new PostgresCopyReader(stream);
            var seen = 0;
            while (copy.Row())
            {
                last = copy.Int64();
                var time = copy.Int64();
                var name = copy.Int32();
                var channel = copy.Int32();
                var unit = copy.Int32();
                var count = Decode(copy.Bytes(), ref numbers, ref types, ref qualifiers);
                var source = copy.Int32();
                var id = copy.Bytes();
                var hash = parts.HasFlag(ScanParts.Ids) ? IdHash.Of(source, id) : 0;
                var item = new CodedEvent
                {
                    Position = last,
                    Time = time,
                    Name = name,
                    Source = source,
                    Channel = channel,
                    Unit = unit,
                    Objects = numbers.AsSpan(0, count),
                    ObjectTypes = types.AsSpan(0, count),
                    Qualifiers = qualifiers.AsSpan(0, count),
                    IdHash = hash,
                    Attributes = copy.Bytes(),
                };
                visitor(in item);
                seen++;
            }

            full = seen == ScanSlice;
        }

        return last;
    }
}
