using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Conflicts;

/// <summary>Conflicts to be settled within a week, for whom they are given to and who leads the body with which they lie; once they are late, to be handed on.</summary>
internal sealed class ConflictWaiting(ICurrentPerson person, GovernanceReader reader, Show show, IStringLocalizer<GovernanceTexts> texts) : IWaitingSource
{
    private const int Days = 7;

    public Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(GovernancePermissions.View))
        {
            return Task.FromResult<IReadOnlyList<WaitingItem>>([]);
        }

        HashSet<string> led = [.. reader.Bodies.Where(b => b.Value.Chair == person.Id).Select(b => b.Code)];
        return Task.FromResult<IReadOnlyList<WaitingItem>>(
        [
            .. reader.Conflicts.Where(c => c.Value.IsOpen && c.Value.DueOn <= reader.Today.AddDays(Days) && (c.Value.Owner == person.Id || led.Contains(c.Value.Body)))
                .Select(c => c.Value.IsLate(reader.Today)
                    ? new WaitingItem("alert-triangle", texts["Waiting-ConflictLate", c.Value.What, show.Date(c.Value.DueOn)], "/governance/conflicts")
                    : new WaitingItem("scale", texts["Waiting-Conflict", c.Value.What, show.Date(c.Value.DueOn)], "/governance/conflicts")),
        ]);
    }
}
