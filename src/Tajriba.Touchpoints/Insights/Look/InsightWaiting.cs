using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Insights.Look;

/// <summary>Insights of the person whose day of review has come.</summary>
internal sealed class InsightWaiting(ICurrentPerson person, InsightReader reader, Show show, IStringLocalizer<InsightTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => !person.Can(InsightsPermissions.View) ? []
            : [.. (await reader.ListAsync(cancellationToken)).Where(i => i.IsDue(show.Today) && i.Content.Owner == person.Id).Select(i => new WaitingItem("bulb", texts["Waiting", i.Content.Claim], "/insights/" + i.Code))];
}
