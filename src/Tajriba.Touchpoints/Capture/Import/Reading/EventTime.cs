using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Reads instants as systems write them: ISO 8601 with or without offset, <c>yyyy/MM/dd</c>, days first or months first,
/// Jalali years, Unix seconds, milliseconds and microseconds, Latin, Persian or Arabic digits.
/// </summary>
public static class EventTime
{
    private const long DayMicroseconds = 86_400_000_000;
    private static readonly PersianCalendar Jalali = new();

    /// <summary>Parses one instant.</summary>
    /// <param name="text">UTF-8; blanks around it are ignored.</param>
    /// <param name="rules">How to read what the text itself leaves open.</param>
    /// <param name="microseconds">Microseconds since 1970-01-01T00:00Z.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, TimeRules rules, out long microseconds)
    {
        text = text.Trim(" \t"u8);
        microseconds = 0;
        if (text.Length is < 8 or > 64)
        {
            return false;
        }

        if (text[0] < 0x80 && text[^1] < 0x80)
        {
            return Parse(text, rules, out microseconds);
        }

        Span<byte> latin = stackalloc byte[64];
        return Digits.ToLatin(text, latin, out int length) && Parse(latin[..length], rules, out microseconds);
    }

    private static bool Parse(ReadOnlySpan<byte> text, TimeRules rules, out long microseconds)
    {
        microseconds = 0;
        if (text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
        {
            return Epoch(text, out microseconds);
        }

        var at = new DigitCursor(text);
        if (!Date(ref at, rules, out DateTime date))
        {
            return false;
        }

        long time = 0;
        bool zoned = false;
        long offset = 0;
        if (!at.IsEmpty)
        {
            if (!at.TakeAny("T t"u8) || !Clock(ref at, out time))
            {
                return false;
            }

            at.SkipBlanks();
            if (!at.IsEmpty)
            {
                zoned = true;
                if (!Zone(ref at, out offset) || !at.IsEmpty)
                {
                    return false;
                }
            }
        }

        microseconds = ((date.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond) + time;
        microseconds -= zoned ? offset : rules.OffsetAt(microseconds);
        return true;
    }

    private static bool Epoch(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        foreach (byte digit in text)
        {
            microseconds = (microseconds * 10) + (digit - '0');
            if (microseconds > 9_999_999_999_999_999)
            {
                return false;
            }
        }

        microseconds *= text.Length switch { 9 or 10 => 1_000_000, 12 or 13 => 1_000, 15 or 16 => 1, _ => 0 };
        return microseconds != 0;
    }

    private static bool Date(ref DigitCursor at, TimeRules rules, out DateTime date)
    {
        date = default;
        if (!at.Number(out int first, out int digits) || !at.Separator(out byte separator) || !at.Number(out int second, out _)
            || !at.TakeAny([separator]) || !at.Number(out int third, out int lastDigits))
        {
            return false;
        }

        (int year, int month, int day) = digits == 4 ? (first, second, third)
            : lastDigits != 4 ? (0, 0, 0)
            : rules.MonthFirst && separator != '.' ? (third, first, second)
            : (third, second, first);
        if (month is < 1 or > 12 || day is < 1 or > 31 || year < 1)
        {
            return false;
        }

        if (year is >= 1200 and < 1600)
        {
            if (day > Jalali.GetDaysInMonth(year, month))
            {
                return false;
            }

            date = Jalali.ToDateTime(year, month, day, 0, 0, 0, 0);
            return true;
        }

        if (day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return true;
    }

    private static bool Clock(ref DigitCursor at, out long microseconds)
    {
        microseconds = 0;
        if (!at.Number(out int hour, out _) || hour > 23 || !at.TakeAny(":"u8) || !at.Number(out int minute, out _) || minute > 59)
        {
            return false;
        }

        int second = 0;
        long fraction = 0;
        if (at.TakeAny(":"u8))
        {
            if (!at.Number(out second, out _) || second > 59)
            {
                return false;
            }

            if (at.TakeAny(".,"u8) && !at.Fraction(out fraction))
            {
                return false;
            }
        }

        microseconds = (((((hour * 60L) + minute) * 60) + second) * 1_000_000) + fraction;
        return microseconds < DayMicroseconds;
    }

    private static bool Zone(ref DigitCursor at, out long offset)
    {
        offset = 0;
        if (at.TakeAny("Zz"u8))
        {
            return true;
        }

        if (at.TakeAll("UTC"u8) || at.TakeAll("GMT"u8))
        {
            return true;
        }

        if (!at.Sign(out int sign) || !at.Number(out int hours, out int digits))
        {
            return false;
        }

        int minutes = 0;
        if (digits == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (at.TakeAny(":"u8) && !at.Number(out minutes, out _))
        {
            return false;
        }

        offset = sign * ((hours * 60L) + minutes) * 60_000_000;
        return hours <= 18 && minutes <= 59;
    }
}
