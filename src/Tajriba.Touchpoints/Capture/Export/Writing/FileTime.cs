using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>Times in files: ISO 8601 in UTC, to the microsecond.</summary>
internal static class FileTime
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
