using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>The one road by which people, roles and units change: a transaction, a new version, and caches that know.</summary>
internal sealed class AccessChanges(IDatabase database, AccessSignal signal)
{
    /// <summary>Runs a change; a <see cref="RefusedException"/> rolls it back and becomes the answer.</summary>
    public async Task<AccessRefusal?> TryAsync(Func<DbTransaction, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            var version = await database.WriteAsync(
                async (transaction, token) =>
                {
                    // Written first: its row lock makes changes follow one another, so that what a change checked stays true.
                    var next = await transaction.Command("UPDATE access_version SET version = version + 1 RETURNING version").ScalarAsync<long?>(token) ?? 0;
                    await work(transaction, token);
                    return next;
                },
                cancellationToken);
            signal.Announce(version);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal;
        }
    }
}
