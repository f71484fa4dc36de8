using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>Objectives of the person of which nobody has said anything for a week, and what they have to do for others within one.</summary>
internal sealed class CheckinWaiting(ICurrentPerson person, ObjectiveReader reader, Show show, IStringLocalizer<ObjectiveTexts> texts) : IWaitingSource
{
    private const int Days = 7;

    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => !person.Can(ObjectivePermissions.View) ? [] :
        [
            .. (await reader.TreeAsync(cancellationToken)).All.Where(n => n.Value.Owner == person.Id && reader.Sees(n) && n.IsSilent(reader.Today))
                .Select(n => new WaitingItem("target-arrow", texts["Waiting-Checkin", n.Value.Title], $"/objectives/{n.Code}#checkin")),
            .. reader.Actions.Where(a => a.Value.IsOpen && a.Value.Owner == person.Id && a.Value.DueOn <= reader.Today.AddDays(Days))
                .Select(a => new WaitingItem(a.Value.IsLate(reader.Today) ? "alert-triangle" : "checklist", texts["Waiting-Action", a.Value.What, show.Date(a.Value.DueOn)], $"/objectives/{a.Value.Objective}")),
        ];
}
