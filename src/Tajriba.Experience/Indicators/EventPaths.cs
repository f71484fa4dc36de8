namespace Tajriba.Experience.Indicators;

/// <summary>Paths that name what every event has beside its attributes.</summary>
public static class EventPaths
{
    public const string Channel = "@channel";
    public const string Unit = "@unit";
    public const string Source = "@source";

    /// <summary>The event's name: the step of a journey.</summary>
    public const string Event = "@event";

    public static bool IsSpecial(string path) => path is Channel or Unit or Source or Event;
}
