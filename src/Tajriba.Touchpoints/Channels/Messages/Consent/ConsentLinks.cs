using System.Buffers.Text;
using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Touchpoints.Channels.Messages.Consent;

/// <summary>What a person says by the address that each message to them carries. Whoever has the message has the say.</summary>
public sealed class ConsentLinks(IDatabase database, MessageStore store, ConsentStore consents, AttentionLock people, TimeProvider clock)
{
    private const int TokenLength = 22;

    /// <summary>The message that carried a token, or null.</summary>
    public Task<MessageRecord?> FindAsync(string token, CancellationToken cancellationToken = default) =>
        token.Length != TokenLength || !Base64Url.IsValid(token) ? Task.FromResult<MessageRecord?>(null) : store.FindByTokenAsync(MessageQueue.Hash(token), cancellationToken);

    /// <summary>What the person said so far.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> SaidAsync(MessageRecord message, CancellationToken cancellationToken = default) =>
        await consents.OfAsync(await people.MembersAsync(message.Customer!.Value, cancellationToken), cancellationToken);

    /// <summary>Ends the topic of the message, at once. A token that nobody has does nothing.</summary>
    public async Task UnsubscribeAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken) is { } message)
        {
            await SayAsync(message, [(message.Topic, false)], "one-click", cancellationToken);
        }
    }

    /// <summary>Keeps what the person chose by the address that a message carried.</summary>
    public Task SayAsync(MessageRecord message, IReadOnlyList<(string Topic, bool IsAllowed)> words, string how, CancellationToken cancellationToken = default) =>
        SayAsync(message.Customer!.Value, message.CustomerId, words, how, cancellationToken);

    /// <summary>Keeps what a person said.</summary>
    public Task SayAsync(long customer, string customerId, IReadOnlyList<(string Topic, bool IsAllowed)> words, string how, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (DbTransaction transaction, CancellationToken cancel) =>
        {
            IReadOnlyList<long> members = await people.TakeAsync(transaction, customer, Microseconds.Of(clock.GetUtcNow()), cancel);
            foreach ((string topic, bool isAllowed) in words)
            {
                await consents.SayAsync(transaction, customer, customerId, topic, isAllowed, how, members, cancel);
            }
        },
        cancellationToken);
}
