namespace Tajriba.ProcessMining;

/// <summary>The columns of a log.</summary>
internal sealed record EventLogData
{
    public required StringTable Activities { get; init; }

    public required StringTable CaseIds { get; init; }

    public required Column<int> CaseOffsets { get; init; }

    public required Column<int> ActivityCodes { get; init; }

    public required Column<long> Times { get; init; }

    public LateColumn<long> EventKeys { get; init; } = LateColumn<long>.None;

    public IReadOnlyList<AttributeColumn> Columns { get; init; } = [];

    public IReadOnlyList<string>? SourceColumns { get; init; }

    public Func<DirectlyFollowsGraph>? Graph { get; init; }

    public bool SourceInTimeOrder { get; init; } = true;
}
