using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>
/// The time of logs: microseconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar. Reads ISO 8601 dates and
/// times: <c>T</c> or a space between, seconds and any number of fractional digits (beyond six cut off) optional, <c>Z</c> or an
/// offset <c>±HH</c>, <c>±HHMM</c>, <c>±HH:MM</c>; without one the time is UTC. <c>/</c> may stand for <c>-</c> in the date.
/// </summary>
public static class LogTime
{
    private const long Second = 1_000_000;
    private const long Day = 86_400 * Second;

    /// <summary>Reads a time; false when the text is not one.</summary>
    [MethodImpl(Compile.AtOnce)]
    public static bool TryParse(ReadOnlySpan<byte> text, out long time)
    {
        time = 0;
        if (text.Length < 10 || !Date(text, out long days))
        {
            return false;
        }

        if (text.Length == 10)
        {
            time = days * Day;
            return true;
        }

        if (text[10] is not ((byte)'T' or (byte)' ' or (byte)'t') || text.Length < 16 || text[13] != ':')
        {
            return false;
        }

        int hour = Two(text, 11);
        int minute = Two(text, 14);
        int second = 0;
        int at = 16;
        if (at < text.Length && text[at] == ':')
        {
            if (text.Length < 19)
            {
                return false;
            }

            second = Two(text, 17);
            at = 19;
        }

        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        long part = 0;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',' && !Fraction(text, ref at, out part))
        {
            return false;
        }

        if (!Offset(text[at..], out int offset))
        {
            return false;
        }

        time = (days * Day) + ((((hour * 60) + minute - offset) * 60) + second) * Second + part;
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{byte}, out long)"/>
    public static bool TryParse(string text, out long time)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(Encoding.UTF8.GetBytes(text.Trim()), out time);
    }

    /// <summary>The time as <c>yyyy-MM-ddTHH:mm:ss[.ffffff]+00:00</c>; the fraction is left out when zero.</summary>
    public static string Format(long time)
    {
        long days = Math.DivRem(time, Day, out long rest);
        if (rest < 0)
        {
            rest += Day;
            days--;
        }

        (int year, int month, int day) = Civil(days);
        long seconds = rest / Second;
        long micros = rest % Second;
        string fraction = micros == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{micros:000000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{year:0000}-{month:00}-{day:00}T{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}{fraction}+00:00");
    }

    /// <summary>The time of an instant, cut to microseconds.</summary>
    public static long From(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / 10;

    /// <summary>The instant of a time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies outside the years 1 to 9999.</exception>
    public static DateTimeOffset ToInstant(long time) => DateTimeOffset.UnixEpoch.AddTicks(time * 10);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Date(ReadOnlySpan<byte> text, out long days)
    {
        int century = Two(text, 0);
        int two = Two(text, 2);
        int month = Two(text, 5);
        int day = Two(text, 8);
        days = 0;
        if ((century | two) < 0 || text[4] != text[7] || text[4] is not ((byte)'-' or (byte)'/'))
        {
            return false;
        }

        int year = (century * 100) + two;
        if ((uint)(month - 1) > 11 || day < 1 || day > 31 || (day > 28 && day > DateTime.DaysInMonth(year == 0 ? 2000 : year, month)))
        {
            return false;
        }

        days = Days(year, month, day);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Fraction(ReadOnlySpan<byte> text, ref int at, out long micros)
    {
        micros = 0;
        int digits = 0;
        int i = at + 1;
        for (; i < text.Length && (uint)(text[i] - '0') <= 9; i++)
        {
            if (digits < 6)
            {
                micros = (micros * 10) + text[i] - '0';
                digits++;
            }
        }

        bool any = i > at + 1;
        for (; digits < 6; digits++)
        {
            micros *= 10;
        }

        at = i;
        return any;
    }

    [MethodImpl(Compile.AtOnce)]
    private static bool Offset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.IsEmpty || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        if (text[0] == ' ')
        {
            text = text[1..];
        }

        if (text.SequenceEqual("UTC"u8))
        {
            return true;
        }

        if (text.Length < 3 || text[0] is not ((byte)'+' or (byte)'-'))
        {
            return false;
        }

        int hours = Two(text, 1);
        int rest = text.Length switch
        {
            3 => 0,
            5 => Two(text, 3),
            6 when text[3] == ':' => Two(text, 4),
            _ => -1,
        };
        if ((uint)hours > 23 || (uint)rest > 59)
        {
            return false;
        }

        minutes = text[0] == '-' ? -((hours * 60) + rest) : (hours * 60) + rest;
        return true;
    }

    /// <summary>Two digits as a number, or a negative one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        int high = text[at] - '0';
        int low = text[at + 1] - '0';
        return (uint)high <= 9 && (uint)low <= 9 ? (high * 10) + low : -1_000_000;
    }

    /// <summary>Days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Days(int year, int month, int day)
    {
        int y = month <= 2 ? year - 1 : year;
        int era = (y >= 0 ? y : y - 399) / 400;
        int yoe = y - (era * 400);
        int doy = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        int doe = (yoe * 365) + (yoe / 4) - (yoe / 100) + doy;
        return (era * 146_097L) + doe - 719_468;
    }

    private static (int Year, int Month, int Day) Civil(long days)
    {
        long z = days + 719_468;
        long era = (z >= 0 ? z : z - 146_096) / 146_097;
        int doe = (int)(z - (era * 146_097));
        int yoe = (doe - (doe / 1460) + (doe / 36_524) - (doe / 146_096)) / 365;
        int doy = doe - ((365 * yoe) + (yoe / 4) - (yoe / 100));
        int mp = ((5 * doy) + 2) / 153;
        int month = mp < 10 ? mp + 3 : mp - 9;
        return ((int)((era * 400) + yoe) + (month <= 2 ? 1 : 0), month, doy - (((153 * mp) + 2) / 5) + 1);
    }
}
