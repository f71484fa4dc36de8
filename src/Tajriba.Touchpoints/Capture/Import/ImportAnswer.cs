namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>An import as the API shows it.</summary>
internal sealed record ImportAnswer(
    long Id, string FileName, string Format, string State, long Rows, long Added, long Known, long Rejected, double Fraction, string? Problem, string? Message, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    public static ImportAnswer Of(ImportRecord r) =>
        new(r.Id, r.FileName, r.Format.ToString(), r.State.ToString(), r.Rows, r.Added, r.Known, r.Rejected, r.Fraction, r.Problem?.Fault.ToString(), r.Problem?.English, r.CreatedAt, r.EndedAt);
}
