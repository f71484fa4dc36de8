using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Story;
using Tajriba.Experience.Journeys;

namespace Tajriba.Demo.Journeys;

/// <summary>The demo's journeys in the words of the Journeys room.</summary>
public static class DemoDefinition
{
    public static JourneyDefinition ToDefinition(this DemoJourney journey)
    {
        ArgumentNullException.ThrowIfNull(journey);
        return new JourneyDefinition
        {
            Name = journey.Name,
            ObjectType = DemoCatalogue.NameOf(journey.ObjectKind),
            Events = Names(journey.Events),
            StartEvents = Names(journey.StartEvents),
            EndEvents = Names(journey.EndEvents),
            TimeoutDays = journey.TimeoutDays,
            Success = journey.SuccessEvents.Count == 0 ? null : new SuccessRule(Names(journey.SuccessEvents), "", ""),
            Confounders = journey.Confounders,
            ContactEvents = Names(journey.ContactEvents),
            RepeatDays = journey.RepeatDays,
        };
    }

    private static string[] Names(IReadOnlyList<EventKind> kinds) => [.. kinds.Select(DemoCatalogue.NameOf)];
}
