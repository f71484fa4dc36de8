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

    /// <summary>The last event that was taken, so that a portion that was cut off counts nothing twice.</summary>
    public long Seen { get; set; }

    /// <summary>Whether a definition makes the same observations, so that only what is shown of them differs.</summary>
    public bool Serves(IndicatorDefinition other) => other.Version == Definition.Version || Key(Definition) == Key(other);

    private static string Key(IndicatorDefinition d) => System.Text.Json.JsonSerializer.Serialize(
        new { d.Id, d.Kind, d.Of, d.Hit, d.Then, d.ObjectType, d.Per, d.Value, d.Slices, d.IsPaired });
}
