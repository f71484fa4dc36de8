using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Storage;

public static class TransactionExtensions
{
    private static readonly ConditionalWeakTable<DbTransaction, List<Action>> Hooks = [];

    /// <summary>
    /// Runs <paramref name="action"/> once <see cref="IDatabase.WriteAsync"/> has committed the transaction; never when it
    /// rolls back. For what lives in memory only: caches and wake-up signals.
    /// </summary>
    public static void OnCommitted(this DbTransaction transaction, Action action)
        => Hooks.GetOrCreateValue(transaction).Add(action);

    internal static void Committed(this DbTransaction transaction)
    {
        if (Hooks.TryGetValue(transaction, out var actions))
        {
            Hooks.Remove(transaction);
            actions.ForEach(a => a());
        }
    }
}
