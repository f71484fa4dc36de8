namespace Tajriba.Kernel.Access;

/// <summary>How a person wants to read.</summary>
/// <param name="Language"><c>en</c>, <c>fa</c> or <c>ar</c>.</param>
/// <param name="Calendar">Calendar of dates shown.</param>
/// <param name="Digits">Shape of digits shown.</param>
/// <param name="TimeZone">IANA name of the zone in which times are shown.</param>
public sealed record ReaderPreferences(string Language, CalendarKind Calendar, DigitShapes Digits, string TimeZone)
{
    /// <summary>Name of the cookie that carries <see cref="ToString"/>, for readers who are not signed in too.</summary>
    public const string Cookie = "tajriba.reader";

    public static IReadOnlyList<string> Languages { get; } = ["en", "fa", "ar"];

    /// <summary>What a language's readers expect until they say otherwise.</summary>
    public static ReaderPreferences Of(string language) => language switch
    {
        "fa" => new("fa", CalendarKind.Jalali, DigitShapes.Native, "Asia/Tehran"),
        "ar" => new("ar", CalendarKind.Gregorian, DigitShapes.Native, "Asia/Riyadh"),
        _ => new("en", CalendarKind.Gregorian, DigitShapes.Latin, "Etc/UTC"),
    };

    /// <summary>Reads <see cref="ToString"/>'s form; null where any part is not one that the house knows.</summary>
    public static ReaderPreferences? Parse(string? text)
    {
        var parts = text?.Split('|');
        return parts is [var language, var calendar, var digits, var zone]
            && Languages.Contains(language)
            && Named<CalendarKind>(calendar) is { } calendarKind
            && Named<DigitShapes>(digits) is { } shapes
            && zone.Length <= 64
            && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)
            ? new(language, calendarKind, shapes, zone)
            : null;
    }

    /// <summary><c>fa|Jalali|Native|Asia/Tehran</c>.</summary>
    public override string ToString() => $"{Language}|{Calendar}|{Digits}|{TimeZone}";

    private static T? Named<T>(string text)
        where T : struct, Enum
        => Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;
}
