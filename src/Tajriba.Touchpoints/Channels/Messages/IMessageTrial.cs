namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>Sends a message to oneself, to see how it arrives.</summary>
public interface IMessageTrial
{
    /// <summary>Sends by the channel's gateway, marked as a test, at once and once.</summary>
    /// <param name="channel">One of <see cref="MessageChannels.All"/>.</param>
    /// <param name="to">An address of one's own.</param>
    /// <param name="text">What it says.</param>
    /// <param name="link">Full address that stands for <c>{link}</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<TrialOutcome> SendAsync(string channel, string to, MessageText text, string link, CancellationToken cancellationToken = default);
}
