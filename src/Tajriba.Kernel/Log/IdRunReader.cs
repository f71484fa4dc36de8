using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>Reads a run of ids from its first to its last.</summary>
internal sealed class IdRunReader : IDisposable
{
    private readonly DbCommand command;
    private readonly DbDataReader rows;
    private byte[] bucket = [];
    private int at;

    public IdRunReader(DbConnection connection, IdRun run)
    {
        command = connection.Command("select entries from log_id where run = @run order by bucket", ("run", run.Number));
        rows = command.ExecuteReader();
    }

    /// <summary>Adds those whose hash is at most this to a list.</summary>
    public void Take(ulong last, List<IdEntry> to)
    {
        while (true)
        {
            var entries = IdRun.Read(bucket)[at..];
            var count = 0;
            while (count < entries.Length && entries[count].Hash <= last)
            {
                count++;
            }

            to.AddRange(entries[..count]);
            at += count;
            if (count < entries.Length || !rows.Read())
            {
                return;
            }

            bucket = (byte[])rows.GetValue(0);
            at = 0;
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        command.Dispose();
    }
}
