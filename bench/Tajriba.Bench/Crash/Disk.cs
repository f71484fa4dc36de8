using System.Diagnostics;
using System.IO.MemoryMappedFiles;

namespace Tajriba.Bench.Crash;

/// <summary>
/// The disk below a data directory, in the hands of a test: it counts syncs, fails when told to, and at a power cut forgets what
/// was never synced. A C library preloaded into the server does it (<c>bench/powercut</c>), built here with gcc.
/// </summary>
internal sealed class Disk : IDisposable
{
    private const int ControlBytes = 128;
    private const int Writes = 0, SyncCount = 1, FailedCount = 2, FailFrom = 3, FailCount = 4, FailError = 5, FailKinds = 6, Lies = 7, WrittenBytes = 8;
    private readonly string folder;
    private readonly string? journal;
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor control;

    private Disk(string folder, string? journal, string controlFile, string library)
    {
        this.folder = folder;
        this.journal = journal;
        file = MemoryMappedFile.CreateFromFile(controlFile, FileMode.Create, null, ControlBytes);
        control = file.CreateViewAccessor();
        Environment = new Dictionary<string, string>
        {
            ["LD_PRELOAD"] = library,
            ["POWERCUT_DIR"] = folder,
            ["POWERCUT_CONTROL"] = controlFile,
            ["POWERCUT_JOURNAL"] = journal ?? "",
        };
    }

    /// <summary>Variables that put a server on this disk.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Syncs of files and directories so far.</summary>
    public long Syncs => control.ReadInt64(8 * SyncCount);

    /// <summary>Writes so far.</summary>
    public long WriteCalls => control.ReadInt64(8 * Writes);

    /// <summary>Bytes written so far.</summary>
    public long Bytes => control.ReadInt64(8 * WrittenBytes);

    /// <summary>Faults made so far.</summary>
    public long Failures => control.ReadInt64(8 * FailedCount);

    /// <summary>Whether it says that something is synced and does nothing, as cheap disks and <c>synchronous=off</c> do.</summary>
    public bool IsLying
    {
        set => control.Write(8 * Lies, value ? 1L : 0L);
    }

    /// <param name="folder">The data directory.</param>
    /// <param name="forgets">Whether a power cut is wanted, so that every write is noted.</param>
    public static Disk Under(string folder, bool forgets)
    {
        string full = Path.GetFullPath(folder);
        string? undo = forgets ? full + ".undo" : null;
        if (undo is not null)
        {
            Directory.CreateDirectory(undo);
        }

        return new Disk(full, undo, full + ".disk", Library());
    }

    /// <summary>Lets calls fail from now on.</summary>
    /// <param name="kinds">Which.</param>
    /// <param name="error">Error number that they fail with.</param>
    /// <param name="after">Calls of the kind that still succeed.</param>
    /// <param name="count">How many fail; all where negative.</param>
    public void Fail(DiskFault kinds, int error, long after = 0, long count = -1)
    {
        control.Write(8 * FailKinds, 0L);
        control.Write(8 * FailError, (long)error);
        control.Write(8 * FailFrom, (kinds.HasFlag(DiskFault.Sync) ? Syncs : WriteCalls) + after + 1);
        control.Write(8 * FailCount, count);
        control.Write(8 * FailKinds, (long)kinds);
    }

    /// <summary>Lets everything succeed again.</summary>
    public void Heal() => Fail(DiskFault.None, 0);

    /// <summary>Puts back, after the server was killed, whatever was not synced; the memory map of SQLite goes too.</summary>
    /// <param name="torn">Chooses sectors of unsynced writes that arrived nevertheless; none arrived where it is null.</param>
    /// <returns>Writes and names that were put back.</returns>
    public int Cut(Random? torn)
    {
        int undone = new UndoJournal(journal ?? throw new InvalidOperationException("This disk does not forget."), folder).Undo(torn);
        foreach (string map in Directory.EnumerateFiles(folder, "*-shm"))
        {
            File.Delete(map);
        }

        return undone;
    }

    public void Dispose()
    {
        control.Dispose();
        file.Dispose();
        if (journal is not null)
        {
            Directory.Delete(journal, recursive: true);
        }

        File.Delete(folder + ".disk");
    }

    private static string Library()
    {
        string source = Path.Combine(BenchLogs.Root(), "bench", "powercut", "powercut.c");
        string library = Path.Combine(AppContext.BaseDirectory, "powercut.so");
        if (!File.Exists(library) || File.GetLastWriteTimeUtc(library) < File.GetLastWriteTimeUtc(source))
        {
            string made = $"{library}.{System.Environment.ProcessId}";
            using Process compiler = Process.Start("gcc", ["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", made, source, "-ldl"]);
            compiler.WaitForExit();
            if (compiler.ExitCode != 0)
            {
                throw new InvalidOperationException("gcc did not build bench/powercut (apt-get install gcc libc6-dev).");
            }

            File.Move(made, library, overwrite: true);
        }

        return library;
    }
}
