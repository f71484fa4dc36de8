using System.Globalization;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>One condition, ready to be asked of coded events.</summary>
internal sealed class ConditionMatch
{
    private readonly EventCondition condition;
    private readonly ILogNames names;
    private readonly AttributeSlots slots;
    private readonly int slot = -1;
    private readonly int[] codes = [];
    private readonly double bound;

    public ConditionMatch(EventCondition condition, ILogNames names, AttributeSlots slots, Texts texts)
    {
        this.condition = condition;
        this.names = names;
        this.slots = slots;
        if (EventPaths.IsSpecial(condition.Path))
        {
            return;
        }

        slot = slots.SlotOf(condition.Path);
        codes = [.. condition.Values.Select(v => texts.Of(v))];
        bound = condition.Values.Count == 1 && double.TryParse(condition.Values[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
    }

    public bool Holds(in CodedEvent item) => slot < 0 ? HoldsOfName(item) : condition.Test switch
    {
        ConditionTest.Is => codes.AsSpan().Contains(slots.Text(slot)),
        ConditionTest.IsNot => !codes.AsSpan().Contains(slots.Text(slot)),
        ConditionTest.AtLeast => slots.Number(slot) >= bound,
        ConditionTest.AtMost => slots.Number(slot) <= bound,
        ConditionTest.Above => slots.Number(slot) > bound,
        ConditionTest.Below => slots.Number(slot) < bound,
        _ => slots.Text(slot) != 0,
    };

    private bool HoldsOfName(in CodedEvent item)
    {
        var name = condition.Path switch
        {
            EventPaths.Channel => item.Channel == 0 ? "" : names.Channel(item.Channel),
            EventPaths.Unit => item.Unit == 0 ? "" : names.Unit(item.Unit),
            EventPaths.Source => names.Source(item.Source),
            _ => names.EventName(item.Name),
        };
        return condition.Test switch
        {
            ConditionTest.Is => condition.Values.Contains(name, StringComparer.Ordinal),
            ConditionTest.IsNot => !condition.Values.Contains(name, StringComparer.Ordinal),
            ConditionTest.Exists => name.Length > 0,
            _ => false,
        };
    }
}
