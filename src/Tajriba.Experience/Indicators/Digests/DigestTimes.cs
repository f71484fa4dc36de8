using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Ui;

namespace Tajriba.Experience.Indicators.Digests;

/// <summary>Days and hours of digests in the reader's words and digits.</summary>
internal static class DigestTimes
{
    private static readonly DateOnly Sunday = new(2026, 3, 1);

    public static string Day(Show show, DayOfWeek? day, IStringLocalizer texts) => day is { } one ? show.Weekday(Sunday.AddDays((int)one)) : texts["EveryDay"];

    public static string Hour(Show show, int hour) => show.Digits(hour.ToString("00", CultureInfo.InvariantCulture) + ":00");
}
