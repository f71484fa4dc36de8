using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Observe;

/// <summary>Makes the observations of one definition out of the events of the log, in order.</summary>
internal sealed class Collector
{
    private readonly IndicatorDefinition definition;
    private readonly DayClock clock;
    private readonly QueryMatch of;
    private readonly QueryMatch? other;
    private readonly ConditionMatch[] hit;
    private readonly ObservedEntry entry;
    private readonly Followers? followers;
    private readonly IReadOnlyDictionary<long, long> persons;
    private readonly int objectType;
    private readonly int valueSlot;
    private readonly Func<CodedEventName, int>[] slicers;
    private readonly int[] sliced;

    public Collector(ObservedEntry entry, ILogNames names, AttributeSlots slots, Texts texts, DayClock clock)
    {
        this.entry = entry;
        this.clock = clock;
        definition = entry.Definition;
        followers = entry.Followers;
        persons = entry.Persons;
        Slots = slots;
        of = new QueryMatch(definition.Of, names, slots, texts);
        other = (definition.IsPaired ? definition.Then : definition.Kind == IndicatorKind.Rate ? definition.Per : null) is { } query ? new QueryMatch(query, names, slots, texts) : null;
        hit = [.. definition.Hit.Select(c => new ConditionMatch(c, names, slots, texts))];
        objectType = definition.ObjectType is { } type ? names.FindObjectType(type) : 0;
        valueSlot = definition is { Kind: IndicatorKind.Mean or IndicatorKind.Percentile or IndicatorKind.NetShares, Value: { } value } ? slots.SlotOf(value) : -1;
        slicers = [.. definition.Slices.Select(path => Slicer(path, names, slots, texts))];
        sliced = new int[slicers.Length];
    }

    private AttributeSlots Slots { get; }

    public bool Names(string eventName) => of.Names(eventName) || other?.Names(eventName) == true;

    /// <param name="item">An event with one of the names; its attributes have been read into the slots.</param>
    /// <param name="name">Its name.</param>
    public void Visit(in CodedEvent item, string name)
    {
        if (item.Position <= entry.Seen)
        {
            return;
        }

        var isOf = of.Names(name) && of.Holds(item);
        var isOther = other?.Names(name) == true && other.Holds(item);
        if (followers is not null)
        {
            Pair(item, isOf, isOther);
        }
        else if (definition.Kind == IndicatorKind.Rate)
        {
            if (isOf)
            {
                Add(item, 1);
            }

            if (isOther)
            {
                Add(item, 0);
            }
        }
        else if (isOf)
        {
            Measure(item);
        }

        entry.Seen = item.Position;
    }

    private void Measure(in CodedEvent item)
    {
        if (valueSlot < 0)
        {
            var meets = true;
            foreach (var condition in hit)
            {
                meets &= condition.Holds(item);
            }

            Add(item, meets ? 1 : 0);
        }
        else if (Slots.Number(valueSlot) is var value && !double.IsNaN(value))
        {
            Add(item, value);
        }
    }

    private void Pair(in CodedEvent item, bool isOf, bool isOther)
    {
        for (var i = 0; i < item.Objects.Length && (isOf || isOther); i++)
        {
            if (item.ObjectTypes[i] != objectType)
            {
                continue;
            }

            var subject = SubjectOf(item.Objects[i]);
            if (IsKnown(item, i, subject))
            {
                continue;
            }

            // First what follows: an event does not follow itself, since its position is not later than its own.
            if (isOther)
            {
                followers!.Follower(subject, item.Time, item.Position);
            }

            if (isOf)
            {
                Add(item, followers!.Followed(subject, item.Time, item.Position));
            }
        }
    }

    private long SubjectOf(long customer) => persons.Count == 0 ? customer : persons.GetValueOrDefault(customer, customer);

    /// <summary>Whether an object before this one is the same subject.</summary>
    private bool IsKnown(in CodedEvent item, int at, long subject)
    {
        for (var i = 0; i < at; i++)
        {
            if (item.ObjectTypes[i] == objectType && SubjectOf(item.Objects[i]) == subject)
            {
                return true;
            }
        }

        return false;
    }

    private void Add(in CodedEvent item, double value)
    {
        for (var i = 0; i < slicers.Length; i++)
        {
            sliced[i] = slicers[i](new CodedEventName(item.Name, item.Source));
        }

        entry.Table.Add(item.Position, item.Time, clock.Of(item.Time), item.Unit, item.Channel, value, sliced);
    }

    private static Func<CodedEventName, int> Slicer(string path, ILogNames names, AttributeSlots slots, Texts texts)
    {
        if (path == EventPaths.Event)
        {
            return item => texts.Of(names.EventName(item.Name));
        }

        if (path == EventPaths.Source)
        {
            return item => texts.Of(names.Source(item.Source));
        }

        var slot = slots.SlotOf(path);
        return _ => slots.Text(slot);
    }
}
