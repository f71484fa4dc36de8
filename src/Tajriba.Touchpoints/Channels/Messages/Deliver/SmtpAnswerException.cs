namespace Tajriba.Touchpoints.Channels.Messages.Deliver;

/// <summary>A relay said no.</summary>
internal sealed class SmtpAnswerException(int code, string message) : Exception(message)
{
    /// <summary>Reply code; 5xx is for good.</summary>
    public int Code => code;
}
