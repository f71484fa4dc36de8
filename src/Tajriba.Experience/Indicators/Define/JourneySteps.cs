using System.Globalization;
using Tajriba.Experience.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture.Catalogue;

namespace Tajriba.Experience.Indicators.Define;

/// <summary>Indicators that a journey's definition suggests: of those who begin it, how many reach each step.</summary>
internal static class JourneySteps
{
    private const int UsualDays = 30;
    private const int LongestSlug = 40;

    /// <summary>A draft for each step behind the first.</summary>
    public static IReadOnlyList<(string Step, IndicatorDefinition Draft)> Of(JourneyDefinition journey, IEventCatalogue catalogue)
    {
        string[] starts = [.. journey.StartEvents.Count > 0 ? journey.StartEvents : journey.Events.Take(1)];
        return starts.Length == 0 ? [] :
        [
            .. journey.Events.Concat(journey.EndEvents).Except(starts, StringComparer.Ordinal).Select(step => (step, new IndicatorDefinition
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"journey-{journey.Id}-{Slug(step)}"),
                Name = new LocalName(Title(journey, catalogue, step, "en"), Title(journey, catalogue, step, "fa"), Title(journey, catalogue, step, "ar")),
                Kind = IndicatorKind.Followed,
                Of = new EventQuery(starts, []),
                Then = new EventQuery([step], []),
                ObjectType = journey.ObjectType,
                Days = journey.TimeoutDays ?? UsualDays,
                Slices = starts.Length > 1 ? [EventPaths.Event] : [],
                Unit = journey.Unit,
            })),
        ];
    }

    private static string Title(JourneyDefinition journey, IEventCatalogue catalogue, string step, string language) => journey.Name.In(language) + ": " + catalogue.Get(step).DisplayName(language);

    private static string Slug(string text)
        => new([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-').Take(LongestSlug)]);
}
