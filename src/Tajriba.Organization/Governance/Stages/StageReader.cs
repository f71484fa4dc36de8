using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Charges;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Governance.Stages;

/// <summary>How far the organization is on its way to a stable structure; what the product knows is counted, not asked.</summary>
public sealed class StageReader(GovernanceBook book, OwnerBook owners, ChargeReader charges, TimeProvider clock)
{
    /// <summary>Under which code the one record of it is kept.</summary>
    public const string Code = "model";

    private const int RecentDays = 90;

    /// <summary>Criteria that people say are met.</summary>
    public static IReadOnlyList<string> Said { get; } = ["sponsor", "budget", "chart", "descriptions"];

    /// <summary>What is kept of it.</summary>
    public OperatingModel Model => book.Find<OperatingModel>(RecordKind.Stage, Code)?.Value ?? OperatingModel.Usual;

    /// <summary>All criteria, by stage.</summary>
    public async Task<IReadOnlyList<Criterion>> CriteriaAsync(CancellationToken cancellationToken = default)
    {
        OperatingModel model = Model;
        List<Body> bodies = [.. book.All<Body>(RecordKind.Body).Select(b => b.Value)];
        List<Decision> decisions = [.. book.All<Decision>(RecordKind.Decision).Select(d => d.Value)];
        ILookup<string, bool> owned = (await owners.GovernedAsync(cancellationToken)).ToLookup(g => g.Kind, g => owners.OwnerOf(g.Key) is not null);
        DateTimeOffset recent = clock.GetUtcNow().AddDays(-RecentDays);
        IEnumerable<bool> shared = (await charges.RowsAsync(cancellationToken)).Where(r => r.Kind != ChargeReader.DecisionKind).Select(r => ChargeChecks.Of(r.Assignment).All(f => f is ChargeFault.ManyConsulted or ChargeFault.NoResponsible));
        int made = decisions.Count(d => d.State is DecisionState.Decided or DecisionState.Reviewed);
        return
        [
            Criterion.Known("team", OperatingStage.Team, bodies.Select(b => b.Members.Count).DefaultIfEmpty(0).Max(), 3),
            Criterion.Known("owner", OperatingStage.Team, owned[GovernedKind.Whole].Count(o => o), 1),
            Criterion.Said("sponsor", OperatingStage.Team, model),
            Criterion.Known("council", OperatingStage.Committee, bodies.Count(b => b.Kind is BodyKind.Council or BodyKind.Committee && b.Chair is not null), 1),
            Criterion.Known("decisions", OperatingStage.Committee, made, 3),
            Criterion.Known("meetings", OperatingStage.Committee, book.All<Meeting>(RecordKind.Meeting).Count(m => m.Value.State == MeetingState.Held && m.Value.At >= recent), 2),
            Criterion.Known("journeys", OperatingStage.Committee, Share(owned[GovernedKind.Journey]), 1, true),
            Criterion.Said("budget", OperatingStage.Committee, model),
            Criterion.Known("unit", OperatingStage.Unit, bodies.Count(b => b.Kind == BodyKind.Unit && b.Members.Count > 0), 1),
            Criterion.Known("indicators", OperatingStage.Unit, Share(owned[GovernedKind.Indicator]), 0.8, true),
            Criterion.Known("raci", OperatingStage.Unit, Share(shared), 1, true),
            Criterion.Known("followed", OperatingStage.Unit, made == 0 ? 0 : (double)decisions.Count(d => d.State is DecisionState.Decided or DecisionState.Reviewed && d.Effect is not null) / made, 0.5, true),
            Criterion.Said("chart", OperatingStage.Unit, model),
            Criterion.Said("descriptions", OperatingStage.Unit, model),
        ];
    }

    private static double Share(IEnumerable<bool> each) => each.Select(e => e ? 1.0 : 0).DefaultIfEmpty(0).Average();
}
