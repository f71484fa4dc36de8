using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Tajriba.Bench.Crash;

/// <summary>What <c>powercut.c</c> noted, and how it is put back: newest first, bytes before names.</summary>
internal sealed class UndoJournal(string journal, string folder)
{
    private const int HeaderBytes = 40;
    private const int Sector = 512;
    private const ulong Create = 2, Unlink = 3;

    private readonly record struct Record(ulong Kind, ulong Sequence, long Offset, long Size, byte[] Data);

    /// <summary>Puts everything back and empties the journal.</summary>
    /// <param name="torn">Chooses what arrived nevertheless: sectors of unsynced writes, the first ones of unsynced names.</param>
    public int Undo(Random? torn)
    {
        Dictionary<string, string> paths = Paths();
        int undone = 0;
        foreach (string file in Directory.GetFiles(journal, "data-*.undo"))
        {
            List<Record> records = Read(file);
            if (records.Count > 0 && paths.TryGetValue(Path.GetFileNameWithoutExtension(file)["data-".Length..], out string? path))
            {
                UndoData(path, records, torn);
                undone += records.Count;
            }

            File.Delete(file);
        }

        List<Record> names = [.. Directory.GetFiles(journal, "names-*.undo").SelectMany(Read).OrderByDescending(r => r.Sequence)];
        foreach (Record record in names.Take(torn is null ? names.Count : torn.Next(names.Count + 1)))
        {
            UndoName(record);
            undone++;
        }

        foreach (string file in Directory.GetFiles(journal))
        {
            File.Delete(file);
        }

        return undone;
    }

    private static void UndoData(string path, List<Record> records, Random? torn)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite);
        Dictionary<long, byte[]> arrived = torn is null ? [] : Arrived(stream, records, torn);
        foreach (Record record in records.OrderByDescending(r => r.Sequence))
        {
            stream.Position = record.Offset;
            stream.Write(record.Data);
            stream.SetLength(record.Size);
        }

        foreach ((long sector, byte[] data) in arrived)
        {
            stream.Position = sector * Sector;
            stream.Write(data);
        }
    }

    /// <summary>Sectors that differ from what was last synced, half of them, as they are now.</summary>
    private static Dictionary<long, byte[]> Arrived(FileStream stream, List<Record> records, Random torn)
    {
        var touched = new SortedSet<long>();
        void Touch(long from, long to)
        {
            for (long sector = from / Sector; sector * Sector < to; sector++)
            {
                touched.Add(sector);
            }
        }

        foreach (Record record in records)
        {
            Touch(record.Offset, Math.Min(record.Offset + record.Data.Length, stream.Length));
        }

        // Beyond the smallest end that was noted everything is new.
        Touch(records.Min(r => r.Size), stream.Length);
        var arrived = new Dictionary<long, byte[]>();
        foreach (long sector in touched.Where(_ => torn.Next(2) == 0))
        {
            byte[] data = new byte[Math.Min(Sector, stream.Length - (sector * Sector))];
            stream.Position = sector * Sector;
            stream.ReadExactly(data);
            arrived.Add(sector, data);
        }

        return arrived;
    }

    private static void UndoName(Record record)
    {
        string[] parts = Encoding.UTF8.GetString(record.Data).Split('\0');
        if (record.Kind == Create)
        {
            File.Delete(parts[0]);
            return;
        }

        if (record.Kind != Unlink && File.Exists(parts[1]))
        {
            File.Move(parts[1], parts[0], overwrite: true);
        }

        if (parts[2].Length > 0 && File.Exists(parts[2]))
        {
            File.Move(parts[2], record.Kind == Unlink ? parts[0] : parts[1], overwrite: true);
        }
    }

    private static List<Record> Read(string file)
    {
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
        var records = new List<Record>();
        while (bytes.Length >= HeaderBytes)
        {
            ulong Number(ReadOnlySpan<byte> from, int index) => BinaryPrimitives.ReadUInt64LittleEndian(from[(8 * index)..]);
            int length = (int)Number(bytes, 4);
            if (bytes.Length < HeaderBytes + length)
            {
                break; // The kill came while it was being noted: the write itself had not begun.
            }

            records.Add(new Record(Number(bytes, 0), Number(bytes, 1), (long)Number(bytes, 2), (long)Number(bytes, 3), bytes.Slice(HeaderBytes, length).ToArray()));
            bytes = bytes[(HeaderBytes + length)..];
        }

        return records;
    }

    /// <summary>Files by inode.</summary>
    private Dictionary<string, string> Paths()
    {
        using Process find = Process.Start(new ProcessStartInfo("find", [folder, journal, "-type", "f", "-printf", "%i %p\\n"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        while (find.StandardOutput.ReadLine() is { } line)
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            paths.TryAdd(line[..space], line[(space + 1)..]);
        }

        find.WaitForExit();
        return paths;
    }
}
