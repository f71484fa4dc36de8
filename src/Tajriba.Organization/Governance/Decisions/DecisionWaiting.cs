using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>Decisions that the person has to bring about or to look at again within a week.</summary>
internal sealed class DecisionWaiting(ICurrentPerson person, GovernanceReader reader, IStringLocalizer<GovernanceTexts> texts) : IWaitingSource
{
    private const int Days = 7;

    public Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<WaitingItem>>(!person.Can(GovernancePermissions.View) ? [] :
        [
            .. reader.Decisions.Where(d => d.Value.Owner == person.Id && d.Value.Next <= reader.Today.AddDays(Days)).Select(d => new WaitingItem(
                "gavel", texts[d.Value.State == DecisionState.Open ? "Waiting-Decide" : "Waiting-Review", d.Value.Question], "/governance/decisions/" + d.Code)),
        ]);
}
