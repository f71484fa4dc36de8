namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Counts a run and tells its rate and the time that is left.</summary>
internal sealed class ImportMeter(TimeProvider clock, IProgress<ImportProgress>? progress, double fractionAtStart)
{
    private readonly long started = clock.GetTimestamp();
    private long rows;
    private long added;
    private long known;
    private long rejected;

    public void Report(ImportBatch batch)
    {
        rows += batch.Row - batch.RowBefore;
        added += batch.Added;
        known += batch.Known;
        rejected += batch.RejectedCount;
        double seconds = Math.Max(1e-6, clock.GetElapsedTime(started).TotalSeconds);
        double done = batch.Fraction - fractionAtStart;
        TimeSpan? remaining = done > 0 ? TimeSpan.FromSeconds(seconds * (1 - batch.Fraction) / done) : null;
        progress?.Report(new ImportProgress(rows, added, known, rejected, batch.Fraction, rows / seconds, remaining));
    }
}
