namespace Tajriba.Touchpoints.Capture.Contacts;

/// <summary>What a phone system or a kiosk tells of one customer's answer, read and sound.</summary>
internal sealed class Contact
{
    public string? Id { get; set; }

    public string? CallId { get; set; }

    public string? Device { get; set; }

    public string? Customer { get; set; }

    public string? Agent { get; set; }

    public string? Branch { get; set; }

    /// <summary>What was asked: the phone system's <c>label</c> or the kiosk's <c>question</c>.</summary>
    public string? Question { get; set; }

    /// <summary>The answer, or the score as it was written; part of a kiosk's natural key.</summary>
    public string? Answer { get; set; }

    public decimal? Score { get; set; }

    public decimal? Min { get; set; }

    public decimal? Max { get; set; }

    /// <summary>When, in microseconds since 1970; null where it does not say.</summary>
    public long? At { get; set; }

    public bool IsCall => CallId is not null;
}
