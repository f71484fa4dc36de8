namespace Tajriba.Touchpoints.Customers.View;

/// <param name="Events">Events counted.</param>
/// <param name="IsCut">There are more than were counted.</param>
/// <param name="First">Time of the earliest event counted.</param>
/// <param name="Last">Time of the latest.</param>
/// <param name="Channels">Channels by number of events, most first.</param>
/// <param name="Names">Event names by number of events, most first.</param>
/// <param name="Companions">Other objects met in the same events, most often met first.</param>
public sealed record ObjectSummary(
    long Events,
    bool IsCut,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<KeyValuePair<string, long>> Channels,
    IReadOnlyList<KeyValuePair<string, long>> Names,
    IReadOnlyList<Companion> Companions);
