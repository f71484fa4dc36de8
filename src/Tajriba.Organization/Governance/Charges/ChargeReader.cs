using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Governance.Charges;

/// <summary>The matrix of parts: over processes, journeys and the decisions that are made or open.</summary>
public sealed class ChargeReader(GovernanceBook book, GovernanceReader reader, OwnerBook owners)
{
    /// <summary>Kind of the rows that are decisions.</summary>
    public const string DecisionKind = "decision";

    /// <summary>Kinds of rows, in the order of the page.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [GovernedKind.Process, GovernedKind.Journey, DecisionKind];

    /// <summary>All rows that the person at hand may see.</summary>
    public async Task<IReadOnlyList<ChargeRow>> RowsAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<Governed> governed = await owners.GovernedAsync(cancellationToken);
        return
        [
            .. governed.Where(g => g.Kind == GovernedKind.Process).Select(g => Row(g.Key, g.Kind, g.Name, g.Path)),
            .. governed.Where(g => g.Kind == GovernedKind.Journey).Select(g => Row(g.Key, g.Kind, g.Name, g.Path)),
            .. reader.Decisions.Where(d => d.Value.State is DecisionState.Open or DecisionState.Decided)
                .Select(d => Row($"{DecisionKind}:{d.Code}", DecisionKind, d.Value.Question, "/governance/decisions/" + d.Code)),
        ];
    }

    /// <summary>Whether the parts in something may be changed: in decisions by whoever may change those, in all else by whoever manages everything.</summary>
    public bool Manages(ChargeRow row) => row.Kind == DecisionKind ? reader.Decisions.FirstOrDefault(d => $"{DecisionKind}:{d.Code}" == row.Key) is { } decision && reader.ManagesBody(decision.Value.Body) : reader.Manages(null);

    private ChargeRow Row(string key, string kind, string name, string? path)
    {
        Kept<Assignment>? kept = book.Find<Assignment>(RecordKind.Charge, key);
        return new(key, kind, name, path, book.VersionOf(RecordKind.Charge, key), kept?.Value ?? Assignment.None);
    }
}
