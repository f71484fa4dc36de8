using System.Text;
using Tajriba.Touchpoints.Capture.Import.Reading;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>What happened since the last checkpoint.</summary>
internal sealed class ImportBatch(long rowBefore, long offsetBefore, int rejectedRoom)
{
    private const int MaxRawCharacters = 2_000;

    private readonly List<RejectedRow> rejected = [];

    public long RowBefore { get; } = rowBefore;

    public long Row { get; private set; } = rowBefore;

    public long Offset { get; private set; } = offsetBefore;

    public long Added { get; set; }

    public long Known { get; set; }

    public long RejectedCount { get; private set; }

    public double Fraction { get; set; }

    public IReadOnlyList<RejectedRow> Rejected => rejected;

    public void Reach(RowReader reader) => (Row, Offset) = (reader.Row, reader.Offset);

    public void Reject(RowReader reader, RejectReason reason)
    {
        RejectedCount++;
        if (rejected.Count < rejectedRoom)
        {
            rejected.Add(new RejectedRow(reader.Row, reason, Readable(reader.Raw)));
        }
    }

    /// <summary>The bytes as text that both providers keep: no NUL, no half pairs, not too long.</summary>
    private static string Readable(ReadOnlySpan<byte> raw)
        => Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, MaxRawCharacters * 4)]).Replace('\0', '\uFFFD').Shorten(MaxRawCharacters);
}
