using System.Data.Common;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Touchpoints.Channels.Messages.Attention;

/// <summary>
/// Lets one transaction at a time judge a person. A row for each of the person's identifiers is written, and whoever judges
/// under another of them waits at the row that both share, also where the identifiers became one just now.
/// </summary>
public sealed class AttentionLock(IIdentities identities)
{
    /// <summary>Takes the person behind a customer until the transaction ends, and gives the numbers of their identifiers.</summary>
    public async Task<IReadOnlyList<long>> TakeAsync(DbTransaction transaction, long customer, long now, CancellationToken cancellationToken)
    {
        long[] held = [];
        while (true)
        {
            IReadOnlyList<long> members = await identities.MembersWithAsync(transaction, customer, cancellationToken);
            if (members.All(held.Contains))
            {
                return members;
            }

            held = [.. held.Union(members).Order()];
            await transaction.Command(
                $"INSERT INTO channels_attention (customer, touched) VALUES {string.Join(", ", held.Select(m => $"({m}, @now)"))} ON CONFLICT (customer) DO UPDATE SET touched = excluded.touched",
                ("now", now)).RunAsync(cancellationToken);
        }
    }

    /// <summary>Without the lock.</summary>
    public async Task<long[]> MembersAsync(long customer, CancellationToken cancellationToken) =>
        [.. (await identities.MembersOfAsync(await identities.PersonOfAsync(customer, cancellationToken), cancellationToken)).Append(customer).Distinct().Order()];
}
