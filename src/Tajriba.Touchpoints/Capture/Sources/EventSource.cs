using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>A system that tells events as they happen: the web shop, a branch's till, the call centre.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Channel">Channel of its events that name none.</param>
/// <param name="Unit">Code of the unit of its events that name none.</param>
/// <param name="CreatedAt">When it was put on record.</param>
/// <param name="EventsPerSecond">Events a second that it may send to one node; null as configured, 0 without limit.</param>
/// <param name="VerifiesEmails">Whether it verified the e-mail addresses in the traits that it tells, so that they tell who is who.</param>
/// <param name="VerifiesPhones">Whether it verified the telephone numbers there.</param>
public sealed record EventSource(
    long Id, string Name, string? Channel, string? Unit, DateTimeOffset CreatedAt, int? EventsPerSecond = null, bool VerifiesEmails = false, bool VerifiesPhones = false)
{
    private const string LogPrefix = "source:";

    /// <summary>The highest limit that can be set.</summary>
    public const int MostEventsPerSecond = 1_000_000;

    /// <summary>The source's name in the log; (this, message id) names an event.</summary>
    public string LogName { get; } = LogNameOf(Id);

    /// <summary>The name in the log of the source with a number.</summary>
    public static string LogNameOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{LogPrefix}{id}");

    /// <summary>Whether a name in the log is that of such a source.</summary>
    public static bool IsLogName(string name) =>
        name.StartsWith(LogPrefix, StringComparison.Ordinal) && long.TryParse(name.AsSpan(LogPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
