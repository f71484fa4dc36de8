using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>A query, ready to be asked of coded events.</summary>
internal sealed class QueryMatch(EventQuery query, ILogNames names, AttributeSlots slots, Texts texts)
{
    private readonly ConditionMatch[] conditions = [.. query.Where.Select(c => new ConditionMatch(c, names, slots, texts))];

    public bool Names(string eventName) => query.Events.Contains(eventName, StringComparer.Ordinal);

    /// <summary>Whether an event of one of the query's names meets its conditions.</summary>
    public bool Holds(in CodedEvent item)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(item))
            {
                return false;
            }
        }

        return true;
    }
}
