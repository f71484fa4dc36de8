namespace Tajriba.ProcessMining.Tests.Differential;

/// <summary>A case, or a piece of one, as a plain list.</summary>
internal sealed record NaiveCase(string Id, string? Segment, IReadOnlyList<Row> Events)
{
    public string[] Names { get; } = [.. Events.Select(e => e.Activity!)];

    public long Duration => Events[^1].Time!.Value - Events[0].Time!.Value;

    /// <summary>Neighbouring events.</summary>
    public IEnumerable<(Row From, Row To)> Steps => Events.Zip(Events.Skip(1));
}
