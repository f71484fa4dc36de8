using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>Rounds that the person may answer today and has not.</summary>
internal sealed class PulseWaiting(ICurrentPerson person, PulseReader reader, IStringLocalizer<CultureTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => !person.Can(CulturePermissions.View) ? []
            : [.. (await reader.WaitingAsync(cancellationToken)).Select(r => new WaitingItem("heart-rate-monitor", texts["Waiting-Pulse", Bidi.Auto(r.Value.Name)], $"/work-culture/pulse/{r.Code}/answer"))];
}
