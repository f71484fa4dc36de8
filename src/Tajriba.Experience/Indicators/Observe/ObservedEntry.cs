namespace Tajriba.Experience.Indicators.Observe;

/// <summary>The growing observations of one definition and how far they follow the log.</summary>
internal sealed class ObservedEntry
{
    private long position;

    public ObservedEntry(IndicatorDefinition definition)
    {
        Definition = definition;
        Table = new ObservationTable(definition.Slices.Count);
        Followers = definition.IsPaired ? new Followers(Table) : null;
    }

    public IndicatorDefinition Definition { get; }

    public ObservationTable Table { get; }

    public Followers? Followers { get; }

    public long Position
    {
        get => Interlocked.Read(ref position);
        set => Interlocked.Exchange(ref position, value);
    }

    /// <summary>Whether what customers did is paired by the person behind them.</summary>
    public bool IsByPerson => Definition.IsPaired && Definition.ObjectType == "customer";

    /// <summary>Of customers that another one's person took in, that person.</summary>
    public IReadOnlyDictionary<long, long> Persons { get; private set; } = new Dictionary<long, long>();

    /// <summary>Goes by who is who now; false where somebody was parted again, so that everything has to be read anew.</summary>
    public bool Follow(IReadOnlyDictionary<long, long> persons)
    {
        if (ReferenceEquals(persons, Persons))
        {
            return true;
        }

        var moves = new Dictionary<long, long>();
        foreach (var customer in Persons.Keys.Concat(Persons.Values).Concat(persons.Keys).Concat(persons.Values))
        {
            var (was, becomes) = (Persons.GetValueOrDefault(customer, customer), persons.GetValueOrDefault(customer, customer));
            if (moves.TryGetValue(was, out var other) && other != becomes)
            {
                return false;
            }

            moves[was] = becomes;
        }

        Persons = persons;
        foreach (var (was, becomes) in moves)
        {
            Followers!.Join(was, becomes);
        }

        return true;
    }

    /// <summary>The last event that was taken, so that a portion that was cut off counts nothing twice.</summary>
    public long Seen { get; set; }

    /// <summary>Whether a definition makes the same observations, so that only what is shown of them differs.</summary>
    public bool Serves(IndicatorDefinition other) => other.Version == Definition.Version || Key(Definition) == Key(other);

    private static string Key(IndicatorDefinition d) => System.Text.Json.JsonSerializer.Serialize(
        new { d.Id, d.Kind, d.Of, d.Hit, d.Then, d.ObjectType, d.Per, d.Value, d.Slices, d.IsPaired });
}
