using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Owners;

/// <summary>Customer experience management itself, and the journeys, indicators and channels that the product knows.</summary>
internal sealed class ExperienceSource(JourneyReader journeys, IndicatorReader indicators, IndicatorWords names, IExperienceLog log, CodeWords words, ICurrentPerson person, Show show, IStringLocalizer<GovernanceTexts> texts) : IGovernedSource
{
    public async Task<IReadOnlyList<Governed>> ListAsync(CancellationToken cancellationToken = default)
    {
        List<Governed> found = [new(GovernedKind.Whole, GovernedKind.Whole, texts["Whole"], null)];
        if (person.Can(JourneyPermissions.View))
        {
            found.AddRange((await journeys.ListAsync(cancellationToken)).Select(j => new Governed(
                string.Create(CultureInfo.InvariantCulture, $"{GovernedKind.Journey}:{j.Id}"), GovernedKind.Journey, j.Name.In(show.Reader.Language), string.Create(CultureInfo.InvariantCulture, $"/journeys/{j.Id}"))));
        }

        if (person.Can(IndicatorPermissions.View))
        {
            found.AddRange((await indicators.ListAsync(cancellationToken)).Select(d => new Governed($"{GovernedKind.Indicator}:{d.Key}", GovernedKind.Indicator, names.Name(d), "/indicators/" + d.Key)));
        }

        found.AddRange(log.Names.Channels.Where(c => c.Length > 0).Select(c => new Governed($"{GovernedKind.Channel}:{c}", GovernedKind.Channel, words.Channel(c), null)));
        return found;
    }
}
