using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Intake;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Leads each event to those who observe events of its name.</summary>
internal sealed class EventDispatch(Collector[] collectors, AttributeSlots slots, ILogNames names)
{
    private readonly List<(string Name, Collector[] Who)?> byName = [];

    public void Visit(in CodedEvent item, ClientMessages messages)
    {
        while (byName.Count <= item.Name)
        {
            byName.Add(null);
        }

        if (byName[item.Name] is not { } met)
        {
            var name = names.EventName(item.Name);
            byName[item.Name] = met = (name, [.. collectors.Where(c => c.Names(name))]);
        }

        if (met.Who.Length == 0)
        {
            return;
        }

        slots.Read(item.Attributes, messages.Holds(item));
        foreach (var collector in met.Who)
        {
            collector.Visit(item, met.Name);
        }
    }
}
