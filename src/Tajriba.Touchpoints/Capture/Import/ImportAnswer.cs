namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>An import as the API shows it.</summary>
internal sealed record ImportAnswer(
    long Id, string FileName, string Format, string State, long Rows, long Added, long Known, long Rejected, double Fraction, string? Message, DateTimeOffset CreatedAt, DateTimeOffset? EndedAt)
{
    public static ImportAnswer Of(ImportRecord r) =>
        new(r.Id, r.FileName, r.Format.ToString(), r.State.ToString(), r.Rows, r.Added, r.Known, r.Rejected, r.Fraction, r.Message, r.CreatedAt, r.EndedAt);
}
