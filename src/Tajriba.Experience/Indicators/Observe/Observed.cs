namespace Tajriba.Experience.Indicators.Observe;

/// <summary>What has been observed for a definition.</summary>
/// <param name="Rows">The observations.</param>
/// <param name="Texts">Texts behind the codes of slices.</param>
/// <param name="Progress">Share of the log that has been read, 1 where all of it.</param>
/// <param name="Position">The last position that was read.</param>
/// <param name="Changes">Grows with every observation and every change of one.</param>
internal sealed record Observed(ObservationRows Rows, Texts Texts, double Progress, long Position, long Changes);
