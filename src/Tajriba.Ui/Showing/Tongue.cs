namespace Tajriba.Ui;

/// <summary>What one language brings to numbers and times: words, month names, plural rule.</summary>
internal sealed class Tongue
{
    public required string And { get; init; }

    public required string Comma { get; init; }

    public required string To { get; init; }

    public required string Thousand { get; init; }

    public required string Million { get; init; }

    public required string Milliard { get; init; }

    public required string[] GregorianMonths { get; init; }

    public required string[] GregorianMonthsShort { get; init; }

    public required string[] JalaliMonths { get; init; }

    /// <summary>Sunday first, as <see cref="DayOfWeek"/>.</summary>
    public required string[] Weekdays { get; init; }

    /// <summary>Short names of day, hour, minute, second, millisecond.</summary>
    public required string[] Units { get; init; }

    /// <summary>Space between a number and its unit.</summary>
    public required string UnitJoin { get; init; }

    /// <summary>Plural forms of minute, hour, day, month, year with <c>{0}</c> for the number.</summary>
    public required string[] Long { get; init; }

    public required string Ago { get; init; }

    public required string Ahead { get; init; }

    public required string JustNow { get; init; }

    public required Func<long, int> PluralOf { get; init; }

    public static Tongue Of(string language) => language switch
    {
        "fa" => Tongues.Persian,
        "ar" => Tongues.Arabic,
        _ => Tongues.English,
    };

    public static IReadOnlyList<Tongue> All { get; } = [Tongues.English, Tongues.Persian, Tongues.Arabic];
}
