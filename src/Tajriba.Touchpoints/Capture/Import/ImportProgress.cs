namespace Tajriba.Touchpoints.Capture.Import;

/// <param name="Rows">Rows read in this run.</param>
/// <param name="Added">Events added in this run.</param>
/// <param name="Known">Events that the log already held.</param>
/// <param name="Rejected">Rows not taken.</param>
/// <param name="Fraction">Part of the file that is read, 0-1.</param>
/// <param name="RowsPerSecond">Rate of this run.</param>
/// <param name="Remaining">Time left at this rate, or null while it cannot be told.</param>
public sealed record ImportProgress(long Rows, long Added, long Known, long Rejected, double Fraction, double RowsPerSecond, TimeSpan? Remaining);
