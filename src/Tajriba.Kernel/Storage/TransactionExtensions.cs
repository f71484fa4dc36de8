using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Storage;

public static class TransactionExtensions
{
    private static readonly ConditionalWeakTable<DbTransaction, List<Action>> Hooks = [];
    private static readonly ConditionalWeakTable<DbTransaction, List<Action>> Endings = [];

    /// <summary>
    /// Runs <paramref name="action"/> once <see cref="IDatabase.WriteAsync"/> has committed the transaction; never when it
    /// rolls back. For what lives in memory only: caches and wake-up signals.
    /// </summary>
    public static void OnCommitted(this DbTransaction transaction, Action action)
        => Hooks.GetOrCreateValue(transaction).Add(action);

    /// <summary>Runs <paramref name="action"/> once the transaction is over, committed or not, so that nothing is kept under an object that the provider may hand out again.</summary>
    internal static void OnEnded(this DbTransaction transaction, Action action)
        => Endings.GetOrCreateValue(transaction).Add(action);

    internal static void Ended(this DbTransaction transaction)
    {
        Hooks.Remove(transaction);
        if (Endings.TryGetValue(transaction, out var actions))
        {
            Endings.Remove(transaction);
            actions.ForEach(a => a());
        }
    }

    internal static void Committed(this DbTransaction transaction)
    {
        if (Hooks.TryGetValue(transaction, out var actions))
        {
            Hooks.Remove(transaction);
            actions.ForEach(a => a());
        }
    }
}
