using System.Data.Common;

namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>The one way to a customer: every room that wants to say something asks here, so that nobody is asked or told too often.</summary>
public interface IMessages
{
    /// <summary>
    /// Judges a message (gateway, address, consent, attention) and queues it, or keeps why not, in the caller's transaction.
    /// The same idempotency key gives the first outcome again. One person's requests wait for each other until the
    /// transaction ends, so keep one person to a transaction.
    /// </summary>
    /// <exception cref="ArgumentException">The request breaks a rule of <see cref="MessageRequest"/>.</exception>
    Task<MessageOutcome> RequestAsync(DbTransaction transaction, MessageRequest request, CancellationToken cancellationToken = default);

    /// <summary>Why a message would not go out if it were asked for now, or null where it would. Nothing is written and nobody waits.</summary>
    Task<string?> JudgeAsync(DbTransaction transaction, MessageRequest request, CancellationToken cancellationToken = default);
}
