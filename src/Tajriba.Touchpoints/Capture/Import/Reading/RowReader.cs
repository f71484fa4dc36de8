using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Reads a file of events row by row in bounded memory. Rows are numbered from 1 in the order of the file, and reading
/// the same bytes again gives the same rows, so that a row number is a checkpoint. Spans live until the next read.
/// </summary>
public abstract class RowReader : IDisposable
{
    /// <summary>Longest row that is held in memory, in bytes.</summary>
    public const int MaxRowBytes = 8 << 20;

    /// <summary>Columns met so far, in the order of their first appearance. Grows where rows name their own.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Number of the row last read; 0 before the first.</summary>
    public long Row { get; protected set; }

    /// <summary>Bytes of the decompressed content up to the end of the row last read, where the format has a place; else 0.</summary>
    public virtual long Offset => 0;

    /// <summary>Why the row last read cannot be used, or <see cref="RejectReason.None"/>.</summary>
    public RejectReason Fault { get; protected set; }

    /// <summary>The row last read as it stands in the file, for people who look at what was rejected.</summary>
    public abstract ReadOnlySpan<byte> Raw { get; }

    /// <summary>Objects that the format itself ties to the row (OCEL), or none.</summary>
    public virtual IReadOnlyList<ObjectRef> Objects => [];

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="ImportFileException">The file is broken from here on.</exception>
    public abstract bool Read();

    public abstract CellKind Kind(int column);

    /// <summary>The value of a cell of the row last read; empty where missing.</summary>
    public abstract ReadOnlySpan<byte> Cell(int column);

    /// <summary>Goes to just after a row read earlier, so that the next one is <paramref name="row"/> + 1.</summary>
    /// <param name="row">A value of <see cref="Row"/>.</param>
    /// <param name="offset">The value of <see cref="Offset"/> at that row.</param>
    public virtual void SkipTo(long row, long offset)
    {
        while (Row < row)
        {
            if (!Read())
            {
                throw new ImportFileException(ImportFault.OtherFile, Row, row);
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
