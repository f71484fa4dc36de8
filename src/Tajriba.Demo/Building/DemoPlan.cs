using System.Globalization;
using Tajriba.Demo.Story;

namespace Tajriba.Demo.Building;

/// <summary>Which story a house tells: known for ever by the name of its source in the log.</summary>
/// <param name="Now">Where history ends and live events begin, to the second.</param>
/// <param name="Seed">Seed of the story.</param>
public sealed record DemoPlan(DateTimeOffset Now, long Seed)
{
    private const string Prefix = "demo-";
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Source of the history.</summary>
    public string Source => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}-{Seed}");

    /// <summary>Source of what arrives live.</summary>
    public string LiveSource => Source + "-live";

    public static DemoPlan Of(DateTimeOffset now, long seed) => new(DateTimeOffset.FromUnixTimeSeconds(now.ToUnixTimeSeconds()), seed);

    /// <summary>The plan behind a source's name, or null where it is none of the demo's.</summary>
    public static DemoPlan? Parse(string source)
    {
        if (!source.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = source[Prefix.Length..].Split('-');
        return parts.Length >= 2
            && DateTime.TryParseExact(parts[0], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var now)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
                ? new DemoPlan(new DateTimeOffset(now, TimeSpan.Zero), seed)
                : null;
    }

    /// <summary>The story whose last day is the day of <see cref="Now"/> in the group's own time.</summary>
    public DemoStory Open() => new(DateOnly.FromDateTime(Now.ToOffset(DemoCalendar.Offset).DateTime), Seed);
}
