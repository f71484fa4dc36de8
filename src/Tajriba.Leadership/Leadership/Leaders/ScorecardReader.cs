using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Organization.Governance;
using Tajriba.Organization.Governance.Owners;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Leaders;

/// <summary>Reads scorecards, for whoever may see what they are made of.</summary>
public sealed class ScorecardReader(LeadershipReader reader, GovernanceReader governance, OwnerBook owners, IndicatorReader indicators, ICurrentPerson person, Show show)
{
    /// <summary>Months that are looked at, the running one among them.</summary>
    public const int Months = 7;

    /// <summary>Every leader's, without the figures of their indicators.</summary>
    public IReadOnlyList<Scorecard> All() => [.. reader.Leaders.Select(l => Of(l, null))];

    /// <summary>One leader's.</summary>
    public async Task<Scorecard> OfAsync(Kept<Leader> leader, CancellationToken cancellationToken = default)
    {
        if (!person.Can(IndicatorPermissions.View) || !person.Can(GovernancePermissions.View) || !indicators.Scope.Contains(leader.Value.Unit))
        {
            return Of(leader, null);
        }

        IReadOnlyList<IndicatorDefinition> owned = [.. (await indicators.ListAsync(cancellationToken)).Where(d => owners.OwnerOf($"{GovernedKind.Indicator}:{d.Key}") == leader.Value.Person)];
        return Of(leader, await indicators.ReportAsync(owned, IndicatorState.Default with { Unit = leader.Value.Unit }, show.Reader.Calendar, cancellationToken));
    }

    private Scorecard Of(Kept<Leader> leader, IReadOnlyList<IndicatorReport>? reports)
        => new(
            leader,
            KeptShare.Of(reader.Commitments.Where(c => c.Value.Leader == leader.Code).Select(c => c.Value), reader.Today),
            MonthOfTime.Of(leader.Value, [.. reader.Times.Where(t => t.Value.Leader == leader.Code).Select(t => t.Value)], Months, reader.Today, show.Reader.Calendar),
            person.Can(GovernancePermissions.View) ? [.. governance.Decisions.Where(d => d.Value.Owner == leader.Value.Person && d.Value.IsLate(reader.Today))] : null,
            reports);
}
