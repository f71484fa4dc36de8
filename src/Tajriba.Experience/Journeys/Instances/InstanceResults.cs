using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>What was computed from an instance log, kept as long as the log itself is in use.</summary>
public sealed class InstanceResults
{
    private const int Most = 64;
    private readonly ConditionalWeakTable<InstanceLog, ConcurrentDictionary<string, Lazy<object>>> tables = [];

    private readonly ConcurrentDictionary<string, Action<InstanceLog>> dear = new(StringComparer.Ordinal);

    /// <summary>As <see cref="Get{T}"/>, and computed again ahead of its time whenever the log grows.</summary>
    /// <param name="log">The log.</param>
    /// <param name="name">Names the result; the same computation always has the same name.</param>
    /// <param name="compute">Computes it of any log.</param>
    public T GetDear<T>(InstanceLog log, string name, Func<InstanceLog, T> compute)
        where T : class
    {
        dear.TryAdd(name, grown => Get(grown, name, () => compute(grown)));
        return Get(log, name, () => compute(log));
    }

    /// <summary>Computes of a log that has grown what is dear and was asked for of the log before.</summary>
    public void ComputeAhead(InstanceLog before, InstanceLog grown)
    {
        foreach (var (name, compute) in dear)
        {
            if (tables.TryGetValue(before, out var known) && known.ContainsKey(name))
            {
                compute(grown);
            }
        }
    }

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
