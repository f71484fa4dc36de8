using Microsoft.Data.Sqlite;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class SqliteLogStore
{
    /// <summary>Events per read transaction; a longer one would keep the write-ahead log from being reset.</summary>
    private const int ScanSlice = 100_000;

    public override long Scan(long afterPosition, long upTo, ScanParts parts, CodedEventVisitor visitor, CancellationToken cancellationToken)
    {
        using var connection = (SqliteConnection)Blocking.Wait(() => Database.OpenAsync(cancellationToken).AsTask());
        using var select = new SqliteStatement(
            connection,
            "select position, time, name, channel, unit, objects, source" +
            (parts.HasFlag(ScanParts.Ids) ? ", id" : ", null") + (parts.HasFlag(ScanParts.Attributes) ? ", attributes" : ", null") +
            " from log_event where position > ?1 and position <= ?2 order by position limit ?3");
        select.Bind(2, upTo).Bind(3, ScanSlice);
        var numbers = new long[16];
        var types = new int[16];
        var qualifiers = new int[16];
        var last = afterPosition;
        for (var full = true; full;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            select.Bind(1, last);
            var seen = 0;
            while (select.Step())
            {
                var encoded = select.Bytes(5);
                var count = Decode(encoded, ref numbers, ref types, ref qualifiers);
                last = select.Number(0);
                var item = new CodedEvent
                {
                    Position = last,
                    Time = select.Number(1),
                    Name = (int)select.Number(2),
                    Source = (int)select.Number(6),
                    Channel = (int)select.Number(3),
                    Unit = (int)select.Number(4),
                    Objects = numbers.AsSpan(0, count),
                    ObjectTypes = types.AsSpan(0, count),
                    Qualifiers = qualifiers.AsSpan(0, count),
                    IdHash = parts.HasFlag(ScanParts.Ids) ? IdHash.Of((int)select.Number(6), select.Bytes(7)) : 0,
                    Attributes = select.Bytes(8),
                };
                visitor(in item);
                seen++;
            }

            select.Reset();
            full = seen == ScanSlice;
        }

        return last;
    }
}
