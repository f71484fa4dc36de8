using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>What was computed from an instance log, kept as long as the log itself is in use.</summary>
public sealed class InstanceResults
{
    private const int Most = 64;
    private readonly ConditionalWeakTable<InstanceLog, ConcurrentDictionary<string, Lazy<object>>> tables = [];

    /// <summary>The result of a name, computed once however many ask for it.</summary>
    public T Get<T>(InstanceLog log, string name, Func<T> compute)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(log);
        var table = tables.GetOrCreateValue(log);
        if (table.Count > Most)
        {
            table.Clear();
        }

        return (T)table.GetOrAdd(name, _ => new Lazy<object>(() => compute())).Value;
    }
}
