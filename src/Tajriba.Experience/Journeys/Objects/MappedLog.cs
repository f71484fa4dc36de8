using System.Diagnostics.CodeAnalysis;
using System.IO.MemoryMappedFiles;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>
/// A log that lies in a mapped file. Whoever reads it holds on to this. Once nobody does, the file stays mapped for some more
/// rounds of the collector, so that a computation that has just begun on its columns can end.
/// </summary>
internal sealed class MappedLog
{
    private readonly MemoryMappedFile file;
    private readonly LogSnapshot snapshot;
    private int rounds = 3;

    public MappedLog(MemoryMappedFile file)
    {
        this.file = file;
        try
        {
            snapshot = LogSnapshot.Open(file);
        }
        catch
        {
            file.Dispose();
            GC.SuppressFinalize(this);
            throw;
        }
    }

    [SuppressMessage("Design", "MA0055", Justification = "Readers come and go without telling; only the collector knows when the last has gone.")]
    ~MappedLog()
    {
        if (--rounds > 0)
        {
            GC.ReRegisterForFinalize(this);
            return;
        }

        snapshot.Dispose();
        file.Dispose();
    }

    public EventLog Log => snapshot.Log;
}
