using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Touchpoints.Channels.Webhooks.Manage;

/// <summary>Webhooks whose receiver has not answered well for an hour, or does not want to be told any more.</summary>
internal sealed class WebhookWaiting(ICurrentPerson person, WebhookStore store, TimeProvider clock, IStringLocalizer<WebhookWaiting> texts) : IWaitingSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.ScopeOf(ChannelsPermissions.Webhooks).IsEverything)
        {
            return [];
        }

        DateTimeOffset late = clock.GetUtcNow() - Patience;
        return
        [
            .. from webhook in await store.ListAsync(cancellationToken)
               where webhook.State == WebhookState.Gone || (webhook.State == WebhookState.On && webhook.FailingSince < late)
               select new WaitingItem(
                   "webhook",
                   texts[webhook.State == WebhookState.Gone ? "Gone" : "Failing", webhook.Title],
                   string.Create(CultureInfo.InvariantCulture, $"/webhooks/{webhook.Id}")),
        ];
    }
}
