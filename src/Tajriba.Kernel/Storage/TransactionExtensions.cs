using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Storage;

public static class TransactionExtensions
{
    private static readonly ConditionalWeakTable<DbTransaction, Companion> Companions = [];

    /// <summary>
    /// Runs <paramref name="action"/> once <see cref="IDatabase.WriteAsync"/> has committed the transaction; never when it
    /// rolls back. For what lives in memory only: caches and wake-up signals.
    /// </summary>
    public static void OnCommitted(this DbTransaction transaction, Action action)
        => Companions.GetOrCreateValue(transaction).Actions.Add(action);

    /// <summary>What one owner keeps with a transaction until it ends, or null.</summary>
    internal static T? Kept<T>(this DbTransaction transaction, object owner)
        where T : class
        => Companions.TryGetValue(transaction, out var companion) ? companion.Items.GetValueOrDefault(owner) as T : null;

    internal static void Keep(this DbTransaction transaction, object owner, object item)
        => Companions.GetOrCreateValue(transaction).Items.Add(owner, item);

    internal static void Committed(this DbTransaction transaction)
    {
        if (Companions.TryGetValue(transaction, out var companion))
        {
            Companions.Remove(transaction);
            companion.Actions.ForEach(a => a());
        }
    }

    /// <summary>Forgets all about the transaction, committed or not: Npgsql uses one object for many, one after another.</summary>
    internal static void Ended(this DbTransaction transaction) => Companions.Remove(transaction);

    private sealed class Companion
    {
        public List<Action> Actions { get; } = [];

        public Dictionary<object, object> Items { get; } = [];
    }
}
