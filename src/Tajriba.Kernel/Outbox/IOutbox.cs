using System.Data.Common;

namespace Tajriba.Kernel.Outbox;

/// <summary>Messages to the world outside (mail, webhooks), written with the facts they follow from and delivered at least once.</summary>
public interface IOutbox
{
    /// <summary>Writes a message in the caller's transaction; it is delivered after the commit.</summary>
    /// <param name="transaction">The transaction of the fact.</param>
    /// <param name="kind">Which <see cref="IOutboxHandler"/> delivers it.</param>
    /// <param name="payload">What the handler needs, normally JSON.</param>
    /// <param name="notBefore">Earliest delivery, or null for at once.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<long> AddAsync(DbTransaction transaction, string kind, string payload, DateTimeOffset? notBefore = null, CancellationToken cancellationToken = default);

    /// <summary>Messages that were given up, newest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> DeadAsync(int limit, CancellationToken cancellationToken = default);

    /// <summary>Number of messages that wait, dead ones not counted.</summary>
    Task<long> WaitingAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives a dead message another row of tries; false where there is none of this id.</summary>
    Task<bool> ReviveAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Delivers what is due, once; returns how many were delivered. The kernel calls it by itself.</summary>
    Task<int> DeliverAsync(CancellationToken cancellationToken = default);
}
