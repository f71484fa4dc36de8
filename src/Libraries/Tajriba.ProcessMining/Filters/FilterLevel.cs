namespace Tajriba.ProcessMining;

/// <summary>Whether a filter keeps events or whole cases.</summary>
public enum FilterLevel
{
    /// <summary>Keep the events that match; cases left without events vanish.</summary>
    Event = 0,

    /// <summary>Keep whole cases with at least one event that matches, or whose own attribute matches.</summary>
    Case = 1,
}
