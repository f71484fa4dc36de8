using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Tajriba.Client.Queue;

/// <summary>One file of the durable queue: records behind one another, those before <see cref="Offset"/> delivered.</summary>
internal sealed class Segment : IDisposable
{
    private const string Extension = ".queue";
    private const string DamagedExtension = ".damaged";
    private readonly SafeFileHandle handle;

    private Segment(string path, long number, SafeFileHandle handle) => (Path, Number, this.handle) = (path, number, handle);

    public long Number { get; }

    /// <summary>Bytes of it that hold sound records.</summary>
    public long Length { get; private set; }

    /// <summary>Where the first record begins that is not delivered.</summary>
    public long Offset { get; private set; }

    /// <summary>Records from <see cref="Offset"/> on.</summary>
    public int Count { get; private set; }

    public long Unread => Length - Offset;

    private string Path { get; }

    /// <summary>The numbers of the files in a folder, in their order.</summary>
    public static IEnumerable<long> NumbersIn(string directory) =>
        Directory.EnumerateFiles(directory, "*" + Extension)
            .Select(p => long.TryParse(System.IO.Path.GetFileNameWithoutExtension(p), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : 0)
            .Where(n => n > 0)
            .Order();

    /// <summary>An empty one.</summary>
    public static Segment Create(string directory, long number)
    {
        string path = PathOf(directory, number);
        return new Segment(path, number, File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
    }

    /// <summary>One that is there. What cannot be read at its end is put aside and cut off.</summary>
    /// <param name="directory">The queue's folder.</param>
    /// <param name="number">The file's number.</param>
    /// <param name="sent">Bytes of it that are delivered.</param>
    /// <param name="damaged">Bytes that could not be read.</param>
    public static Segment Open(string directory, long number, long sent, out long damaged)
    {
        string path = PathOf(directory, number);
        var segment = new Segment(path, number, File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete));
        byte[] text = File.ReadAllBytes(path);
        int end = 0;
        int before = 0;
        for (int length; (length = Record.LengthOf(text.AsSpan(end))) > 0; end += length)
        {
            segment.Count++;

            // A position that is not between two records is not believed.
            if (end + length == sent)
            {
                (segment.Offset, before) = (sent, segment.Count);
            }
        }

        segment.Count -= before;
        segment.Length = end;
        damaged = text.Length - end;
        if (damaged > 0)
        {
            segment.PutAside(text.AsSpan(end));
        }

        return segment;
    }

    /// <summary>Adds a record whole, or throws and leaves the file as it was.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sync">Whether it is on the disk when this returns.</param>
    public void Append(byte[] record, bool sync)
    {
        try
        {
            RandomAccess.Write(handle, record, Length);
            if (sync)
            {
                Sync();
            }
        }
        catch (IOException)
        {
            RandomAccess.SetLength(handle, Length);
            throw;
        }

        Length += record.Length;
        Count++;
    }

    /// <summary>Messages from <see cref="Offset"/> on, and the bytes that their records take.</summary>
    public List<ReadOnlyMemory<byte>> Read(int most, int mostBytes, out long bytes)
    {
        byte[] text = new byte[Math.Min(Unread, Math.Max(mostBytes, MessageLimits.Room))];
        int filled = 0;
        for (int read; filled < text.Length && (read = RandomAccess.Read(handle, text.AsSpan(filled), Offset + filled)) > 0; filled += read)
        {
        }

        var messages = new List<ReadOnlyMemory<byte>>();
        int end = 0;
        for (int length; messages.Count < most && (length = Record.LengthOf(text.AsSpan(end, filled - end))) > 0; end += length)
        {
            if (messages.Count > 0 && end + length > mostBytes)
            {
                break;
            }

            messages.Add(text.AsMemory(end + Record.HeaderBytes, length - Record.HeaderBytes));
        }

        bytes = end;
        return messages;
    }

    /// <summary>Records are delivered.</summary>
    public void Advance(int records, long bytes) => (Count, Offset) = (Count - records, Offset + bytes);

    /// <summary>Gives up what cannot be read from <see cref="Offset"/> on; it is put aside.</summary>
    /// <returns>How many records and bytes.</returns>
    public (int Records, long Bytes) GiveUp()
    {
        (int, long) lost = (Count, Unread);
        byte[] text = new byte[Unread];
        int read = RandomAccess.Read(handle, text, Offset);
        Length = Offset;
        Count = 0;
        PutAside(text.AsSpan(0, read));
        return lost;
    }

    public void Sync() => RandomAccess.FlushToDisk(handle);

    /// <summary>Deletes the file. Where the system does not let it, the next start does.</summary>
    public void Delete()
    {
        Dispose();
        try
        {
            File.Delete(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    public void Dispose() => handle.Dispose();

    private static string PathOf(string directory, long number) => System.IO.Path.Combine(directory, number.ToString("D12", CultureInfo.InvariantCulture) + Extension);

    /// <summary>First a copy, then the cut: a stop in between loses nothing. Zeros, which a power cut leaves, are not worth a copy.</summary>
    private void PutAside(ReadOnlySpan<byte> rest)
    {
        if (rest.ContainsAnyExcept((byte)0))
        {
            File.WriteAllBytes(System.IO.Path.ChangeExtension(Path, Length.ToString(CultureInfo.InvariantCulture) + DamagedExtension), rest.ToArray());
        }

        RandomAccess.SetLength(handle, Length);
    }
}
