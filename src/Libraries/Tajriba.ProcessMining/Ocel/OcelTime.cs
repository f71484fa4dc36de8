using System.Globalization;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>ISO 8601 instants of OCEL files.</summary>
internal static class OcelTime
{
    /// <summary>The time of an object's first values.</summary>
    public static readonly DateTimeOffset Initial = DateTimeOffset.UnixEpoch;

    public static bool TryParse(string text, out DateTimeOffset time)
    {
        time = default;
        return text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
    }

    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}
