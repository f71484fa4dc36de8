using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Leadership.Maturity.Campaigns;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Invitations;

/// <summary>Assessments that ask the person by name, until they have answered or the last day is over.</summary>
internal sealed class InvitationWaiting(ICurrentPerson person, InvitationStore invitations, CampaignStore campaigns, Show show, IStringLocalizer<InvitationTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        Dictionary<long, Invitation> waiting = person.IsSignedIn ? (await invitations.WaitingAsync(person.Id, cancellationToken)).ToDictionary(i => i.Campaign) : [];
        return waiting.Count == 0 ? [] :
        [
            .. (await campaigns.ListAsync(cancellationToken)).Where(c => c.IsOpen(show.Today) && waiting.ContainsKey(c.Id)).OrderBy(c => c.Plan.ClosesOn)
                .Select(c => new WaitingItem("stairs-up", texts[waiting[c.Id].RemindedOn is null ? "Waiting" : "Reminded", Bidi.Auto(c.Plan.Name), show.Date(c.Plan.ClosesOn)], waiting[c.Id].Path)),
        ];
    }
}
