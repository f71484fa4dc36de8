namespace Tajriba.Experience.Indicators;

/// <summary>Paths that name what every event has beside its attributes.</summary>
public static class EventPaths
{
    public const string Channel = "@channel";
    public const string Unit = "@unit";
    public const string Source = "@source";

    /// <summary>The event's name: the step of a journey.</summary>
    public const string Event = "@event";

    /// <summary>For an answer: the name of the event that it was asked about.</summary>
    public const string AskedAbout = "context.step";

    /// <summary>Whether a path tells the step of a journey.</summary>
    public static bool IsStep(string path) => path is Event or AskedAbout;

    public static bool IsSpecial(string path) => path is Channel or Unit or Source or Event;
}
