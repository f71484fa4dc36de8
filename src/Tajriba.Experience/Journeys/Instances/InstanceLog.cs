using System.Globalization;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Instances;

/// <summary>
/// The journeys of one definition at one position of the log: one case per journey, and beside it
/// what the definition makes of each. Immutable; safe for concurrent readers.
/// </summary>
public sealed class InstanceLog
{
    private readonly Lazy<Variants> variants;
    private readonly Lazy<(int[] Codes, IReadOnlyList<string> Names)> strata;
    private readonly Lazy<int[]> homes;
    private readonly Lazy<int[]> persons;
    private readonly Lazy<long[]> personNumbers;
    private readonly Lazy<long> medianDuration;

    private readonly object? source;

    private InstanceLog(JourneyDefinition definition, ObjectLog objects, LogView view, InstanceEnding[] endings, bool[]? success, long now)
    {
        // The events may lie in a mapped file, which lives as long as somebody holds on to it.
        source = objects.Source;
        Unfilterable = objects.Dropped;
        Definition = definition;
        Position = objects.Position;
        View = view;
        Endings = endings;
        Success = success;
        Now = now;
        variants = new(() => Variants.Of(View));
        strata = new(() => Strata.Of(this));
        homes = new(HomeUnits);
        persons = new(PersonCodes);
        personNumbers = new(PersonNumbers);
        medianDuration = new(() => (long)(CaseStatistics.Of(View).DurationSeconds.Median * 1e6));
    }

    public JourneyDefinition Definition { get; }

    /// <summary>Position of the experience log up to which this is true.</summary>
    public long Position { get; }

    public LogView View { get; }

    /// <summary>Time of the newest event of the object type: the moment at which open journeys are judged.</summary>
    public long Now { get; }

    /// <summary>How each journey stands.</summary>
    public InstanceEnding[] Endings { get; }

    /// <summary>Whether each journey succeeded; null where the definition has no outcome.</summary>
    public bool[]? Success { get; }

    public int Count => View.CaseCount;

    /// <summary>Attributes that the events carry but that cannot be filtered by: they have too many values, or came after the limit of columns.</summary>
    public IReadOnlySet<string> Unfilterable { get; }

    /// <summary>Whether the events lie in a file.</summary>
    public bool IsKept => source is not null;

    public StringTable Activities => View.Log.Activities;

    public AttributeColumn? Channels => View.Log.Column(ObjectLogColumns.Channel);

    public AttributeColumn? Units => View.Log.Column(ObjectLogColumns.Unit);

    public AttributeColumn? Employees => View.Log.Column(ObjectLogColumns.Employee);

    /// <summary>Variants of all journeys.</summary>
    public Variants Variants => variants.Value;

    /// <summary>Stratum of each journey by the definition's confounders.</summary>
    public int[] StratumCodes => strata.Value.Codes;

    public IReadOnlyList<string> StratumNames => strata.Value.Names;

    /// <summary>Code of the unit in which most of a journey's events happened (the first of equals), -1 where none has a unit.</summary>
    public int[] Homes => homes.Value;

    /// <summary>A number per journey, dense from 0, that is the same for journeys of one customer (of one object, where no customer is known).</summary>
    public int[] Persons => persons.Value;

    /// <summary>Median duration of all journeys in microseconds.</summary>
    public long MedianDuration => medianDuration.Value;

    /// <summary>Cuts journeys out of an object type's events. A pure function of the events: the order in which the log heard them does not matter.</summary>
    public static InstanceLog Of(JourneyDefinition definition, ObjectLog objects)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(objects);
        var events = objects.Events;
        var journeys = events.Split(InstanceRule.Of(definition));
        var now = 0L;
        foreach (var time in events.Times)
        {
            now = Math.Max(now, time);
        }

        var view = journeys.View;
        bool[] closing = [.. view.Log.Activities.Select(a => definition.EndEvents.Contains(a))];
        var endings = new InstanceEnding[view.CaseCount];
        for (var i = 0; i < endings.Length; i++)
        {
            var end = definition.OnePerObject && closing[view.ActivityCodes[view.Ends[i] - 1]] ? JourneyEnd.Closed : journeys.Ends[i];
            endings[i] = InstanceRule.EndingOf(definition, end, view.Times[view.Ends[i] - 1], now);
        }

        return new InstanceLog(definition, objects, view, endings, Outcomes.Of(definition.Success, view), now);
    }

    /// <summary>The log's number of the object whose journey it is.</summary>
    public long ObjectOf(int journey) => ObjectLogColumns.Number(View.Log.CaseIds.Utf8(View.CaseAt(journey)));

    /// <summary>The log's number of the customer, or 0 where the journey knows none.</summary>
    public long CustomerOf(int journey)
    {
        if (Definition.ObjectType == ObjectLogColumns.CustomerType)
        {
            return ObjectOf(journey);
        }

        var column = View.Log.Column(ObjectLogColumns.Customer);
        var code = column is null ? -1 : column.Codes[View.CaseAt(journey)];
        return code < 0 ? 0 : ObjectLogColumns.Number(column!.Values.Utf8(code));
    }

    /// <summary>Names a journey as long as no earlier event of it arrives: the object's number and the log position of its first event.</summary>
    public string KeyOf(int journey) => $"{ObjectOf(journey)}-{View.Log.EventKeys[View.EventAt(View.Starts[journey])]}";

    /// <summary>The journey of a key, or -1.</summary>
    public int Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var dash = key.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !long.TryParse(key.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return -1;
        }

        var of = View.Log.CaseIds.IndexOf(number.ToString(CultureInfo.InvariantCulture));
        if (of < 0)
        {
            return -1;
        }

        // The journeys of an object stand side by side, in the order of the objects.
        for (var i = FirstOf(of); i < Count && View.CaseAt(i) == of; i++)
        {
            if (KeyOf(i) == key)
            {
                return i;
            }
        }

        return -1;
    }

    private int FirstOf(int objectIndex)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = View.CaseAt(middle) < objectIndex ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The journeys of a customer (of an object, where no customer is known), in the log's order.</summary>
    /// <param name="number">The log's number of the customer.</param>
    public IReadOnlyList<int> JourneysOf(long number)
    {
        var of = Array.IndexOf(personNumbers.Value, number);
        return of < 0 ? [] : [.. Enumerable.Range(0, Count).Where(i => Persons[i] == of)];
    }

    /// <summary>Microseconds from the first to the last event.</summary>
    public long DurationOf(int journey) => View.Times[View.Ends[journey] - 1] - View.Times[View.Starts[journey]];

    private int[] PersonCodes()
    {
        var known = new Dictionary<long, int>();
        var result = new int[Count];
        for (var i = 0; i < result.Length; i++)
        {
            var customer = CustomerOf(i);
            var number = customer == 0 ? ObjectOf(i) : customer;
            if (!known.TryGetValue(number, out var code))
            {
                code = known.Count;
                known.Add(number, code);
            }

            result[i] = code;
        }

        return result;
    }

    private long[] PersonNumbers()
    {
        var numbers = new List<long>();
        for (var i = 0; i < Count; i++)
        {
            if (Persons[i] == numbers.Count)
            {
                var customer = CustomerOf(i);
                numbers.Add(customer == 0 ? ObjectOf(i) : customer);
            }
        }

        return [.. numbers];
    }

    private int[] HomeUnits()
    {
        var result = new int[Count];
        Array.Fill(result, -1);
        if (Units is not { Level: AttributeLevel.Event } units)
        {
            return result;
        }

        var codes = View.CodesOf(units);
        var starts = View.Starts;
        var ends = View.Ends;
        var counts = new int[units.Values.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var best = -1;
            var run = codes[starts[i]..ends[i]];
            foreach (var code in run)
            {
                if (code >= 0)
                {
                    counts[code]++;
                }
            }

            foreach (var code in run)
            {
                if (code >= 0)
                {
                    best = best < 0 || counts[code] > counts[best] ? code : best;
                }
            }

            foreach (var code in run)
            {
                if (code >= 0)
                {
                    counts[code] = 0;
                }
            }

            result[i] = best;
        }

        return result;
    }
}
