using Tajriba.Experience.Journeys.Instances;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>One period of the trend for programs.</summary>
public sealed record TrendAnswer(DateOnly From, int Began, bool Complete, FiniteEstimate? MedianSeconds, FiniteEstimate? Success)
{
    public static IReadOnlyList<TrendAnswer> Of(Selection selection, TrendStep step, CalendarKind calendar)
        => [.. TrendView.Of(selection, step, calendar)
            .Select(p => new TrendAnswer(p.From, p.Began, p.Complete, FiniteEstimate.Of(p.MedianSeconds), FiniteEstimate.Of(p.Success)))];
}
