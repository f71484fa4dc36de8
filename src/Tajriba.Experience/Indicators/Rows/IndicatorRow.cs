namespace Tajriba.Experience.Indicators.Rows;

/// <summary>One observation behind an indicator, with the event that it comes from.</summary>
/// <param name="Position">The event's place in the log.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Value">The value; 1 or 0 for shares; of a rate, 1 for an event and 0 for what it is counted against.</param>
/// <param name="Unit">Code of the unit, or null.</param>
/// <param name="Channel">The channel, or null.</param>
/// <param name="Customer">The customer's identifier, or null.</param>
/// <param name="CustomerNumber">The log's number of the customer, or null.</param>
/// <param name="Attributes">The event's attributes as JSON, or null.</param>
public sealed record IndicatorRow(
    long Position, DateTimeOffset Time, string Event, double Value, string? Unit, string? Channel, string? Customer, long? CustomerNumber, string? Attributes);
