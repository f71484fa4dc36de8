using System.Globalization;
using System.Text;

namespace Tajriba.ProcessMining.Tests.Differential;

/// <summary>Rows as a CSV file in one of the many ways in which programs write them.</summary>
internal static class CsvText
{
    private const long Second = 1_000_000;

    public static byte[] Of(IReadOnlyList<Row> rows, Random random)
    {
        char delimiter = ",;\t|"[random.Next(4)];
        string newLine = random.Next(2) == 0 ? "\n" : "\r\n";
        bool always = random.Next(3) == 0;
        var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "");
        int[] order = [0, 1, 2, 3, 4];
        random.Shuffle(order);
        string[] header = ["case_id", "Activity", "timestamp", "note", "case:segment"];
        text.AppendJoin(delimiter, order.Select(c => header[c])).Append(newLine);
        for (int i = 0; i < rows.Count; i++)
        {
            Row row = rows[i];
            string?[] cells = [row.Case, row.Activity, row.Time is { } time ? Time(time, random) : null, row.Note, row.Segment];
            text.AppendJoin(delimiter, order.Select(c => Cell(cells[c], delimiter, always)));
            text.Append(i + 1 == rows.Count && random.Next(2) == 0 ? "" : newLine);
            text.Append(random.Next(30) == 0 && i + 1 < rows.Count ? newLine : "");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The instant in ISO 8601: any offset, any separator, as many digits as are needed or more.</summary>
    public static string Time(long time, Random random)
    {
        int offset = random.Next(3) == 0 ? random.Next(-48, 57) * 15 : 0;
        DateTime local = DateTime.UnixEpoch.AddTicks((time + (offset * 60 * Second)) * 10);
        if (offset == 0 && local.TimeOfDay == TimeSpan.Zero && random.Next(2) == 0)
        {
            return local.ToString(random.Next(2) == 0 ? "yyyy-MM-dd" : "yyyy'/'MM'/'dd", CultureInfo.InvariantCulture);
        }

        string text = local.ToString(random.Next(2) == 0 ? "yyyy-MM-dd'T'HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        long micros = local.Ticks / 10 % Second;
        if (local.Second != 0 || micros != 0 || random.Next(2) == 0)
        {
            text += local.ToString(":ss", CultureInfo.InvariantCulture);
            string digits = micros.ToString("000000", CultureInfo.InvariantCulture);
            string needed = digits.TrimEnd('0');
            int shown = random.Next(needed.Length, 10);
            text += shown == 0 ? "" : "." + (shown <= 6 ? digits[..shown] : digits + random.Next(1000).ToString("000", CultureInfo.InvariantCulture)[..(shown - 6)]);
        }

        char sign = offset < 0 ? '-' : '+';
        (int hours, int minutes) = Math.DivRem(Math.Abs(offset), 60);
        return text + (offset == 0 && random.Next(2) == 0 ? random.Next(2) == 0 ? "Z" : "" : random.Next(3) switch
        {
            0 => $"{sign}{hours:00}:{minutes:00}",
            1 => $"{sign}{hours:00}{minutes:00}",
            _ => minutes == 0 ? $"{sign}{hours:00}" : $"{sign}{hours:00}:{minutes:00}",
        });
    }

    private static string Cell(string? value, char delimiter, bool always) =>
        value is null ? ""
        : always || value.Length == 0 || value.AsSpan().IndexOfAny("\"\r\n") >= 0 || value.Contains(delimiter) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
