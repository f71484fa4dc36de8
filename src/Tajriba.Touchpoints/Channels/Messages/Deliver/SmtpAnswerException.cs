namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>A relay said no.</summary>
internal sealed class SmtpAnswerException(int code, string message) : Exception(message)
{
    /// <summary>Reply code.</summary>
    public int Code => code;

    /// <summary>The mail is refused for good; else another try is due.</summary>
    public bool IsFinal { get; init; }
}
