using System.Globalization;
using System.Text.Json.Serialization;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Indicators.Rows;

/// <summary>One observation behind an indicator, with the event that it comes from.</summary>
/// <param name="Position">The event's place in the log.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Event">The event's name.</param>
/// <param name="Value">The value; 1 or 0 for shares; of a rate, 1 for an event and 0 for what it is counted against.</param>
/// <param name="Unit">Code of the unit, or null.</param>
/// <param name="Channel">The channel, or null.</param>
public sealed record IndicatorRow(long Position, DateTimeOffset Time, string Event, double Value, string? Unit, string? Channel)
{
    /// <summary>The customer's identifier; null where there is none, or the person may not know.</summary>
    public string? Customer { get; init; }

    /// <summary>The log's number of the customer, likewise.</summary>
    public long? CustomerNumber { get; init; }

    /// <summary>The event's attributes as JSON; null where there are none, or the person may not see whose they are.</summary>
    public string? Attributes { get; init; }

    /// <summary>Path of the page with the answers, where the event is one and the person may read it.</summary>
    public string? Answer { get; init; }

    /// <summary>Path of the customer's page, opened at the event.</summary>
    [JsonIgnore]
    public string? History => CustomerNumber is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"/customers/{number}?before={TimelineCursor.From(Time, Position)}#e{Position}") : null;
}
