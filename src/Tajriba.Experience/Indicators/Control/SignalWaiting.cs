using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Indicators.Control;

/// <summary>Signals that wait for the person: of indicators that tell them, or tell everybody who sees the units that a signal is about.</summary>
internal sealed class SignalWaiting(ICurrentPerson person, IndicatorReader reader, IndicatorWords words, SignalStore signals, IStringLocalizer<ControlPage> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(IndicatorPermissions.View) || await signals.OpenAsync(cancellationToken) is not { Count: > 0 } open)
        {
            return [];
        }

        var mine = (await reader.ListAsync(cancellationToken)).Where(d => d.Alerts.Count == 0 || d.Alerts.Contains(person.Id)).ToDictionary(d => d.Id);
        return [.. open.Where(s => mine.ContainsKey(s.DefinitionId) && reader.Scope.Contains(s.Unit)).DistinctBy(s => (s.DefinitionId, s.Unit))
            .Select(s => new WaitingItem("activity", texts["Waiting", words.Signalled(mine[s.DefinitionId], s), texts["Rule" + s.Rule]], s.Path(mine[s.DefinitionId])))];
    }
}
