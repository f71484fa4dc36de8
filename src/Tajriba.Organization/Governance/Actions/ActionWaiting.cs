using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Actions;

/// <summary>Actions of the person that are due within a week.</summary>
internal sealed class ActionWaiting(ICurrentPerson person, GovernanceReader reader, Show show, IStringLocalizer<GovernanceTexts> texts) : IWaitingSource
{
    private const int Days = 7;

    public Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<WaitingItem>>(!person.Can(GovernancePermissions.View) ? [] :
        [
            .. reader.Actions.Where(a => a.Value.IsOpen && a.Value.Owner == person.Id && a.Value.DueOn <= reader.Today.AddDays(Days))
                .Select(a => new WaitingItem(a.Value.IsLate(reader.Today) ? "alert-triangle" : "checklist", texts["Waiting-Action", a.Value.What, show.Date(a.Value.DueOn)], "/governance/meetings")),
        ]);
}
