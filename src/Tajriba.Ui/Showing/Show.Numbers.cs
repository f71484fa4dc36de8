namespace Tajriba.Ui;

public sealed partial class Show
{
    /// <summary>A whole number: "12,480", "۱۲٬۴۸۰".</summary>
    public string Count(long value) => shape.Sign(shape.Magnitude((decimal)value, 0), Math.Sign(value));

    public string Count(long? value) => value is { } v ? Count(v) : Nothing;

    /// <summary>A number with exactly <paramref name="decimals"/> places. Not-a-number and infinities read as <see cref="Nothing"/>.</summary>
    public string Number(double value, int decimals = 0)
        => !double.IsFinite(value) ? Nothing : shape.Sign(shape.Magnitude(value, decimals), SignOf(value, decimals));

    public string Number(double? value, int decimals = 0) => Number(value ?? double.NaN, decimals);

    public string Number(decimal value, int decimals = 0)
        => shape.Sign(shape.Magnitude(value, decimals), Math.Sign(Math.Round(value, decimals, MidpointRounding.AwayFromZero)));

    /// <summary>A change, its sign always written: "+3.4", "−1.2", "0.0".</summary>
    public string Signed(double value, int decimals = 1)
        => !double.IsFinite(value) ? Nothing : shape.Sign(shape.Magnitude(value, decimals), SignOf(value, decimals), always: true);

    /// <summary>A share, 1 being everything: 0.123 reads "12.3%".</summary>
    public string Percent(double share, int decimals = 1)
        => !double.IsFinite(share) ? Nothing : PercentOf(share * 100, decimals, always: false);

    public string Percent(double? share, int decimals = 1) => Percent(share ?? double.NaN, decimals);

    /// <summary>A change of a share in percentage points, its sign always written: 0.012 reads "+1.2".</summary>
    public string PercentChange(double difference, int decimals = 1)
        => !double.IsFinite(difference) ? Nothing : PercentOf(difference * 100, decimals, always: true);

    /// <summary>A value and the interval around it: "42 (38–46)".</summary>
    public string Interval(double value, double low, double high, int decimals = 0)
        => Around(Number(value, decimals), Range(low, high, decimals));

    /// <summary>A share and the interval around it: "12.3% (10.1–14.8)".</summary>
    public string PercentInterval(double share, double low, double high, int decimals = 1)
        => Around(Percent(share, decimals), Range(low * 100, high * 100, decimals));

    /// <summary>From one number to another: "10.1–14.8", "۱۰٫۱ تا ۱۴٫۸".</summary>
    public string Range(double low, double high, int decimals = 0)
        => Number(low, decimals) + (low < 0 && tongue.To == "–" ? " – " : tongue.To) + Number(high, decimals);

    /// <summary>A value and its margin: "42 ± 3".</summary>
    public string PlusMinus(double value, double margin, int decimals = 0)
        => !double.IsFinite(value) ? Nothing
            : shape.Isolate((SignOf(value, decimals) < 0 ? "−" : "") + shape.Magnitude(value, decimals) + " ± " + shape.Magnitude(margin, decimals));

    /// <summary>A large number in few signs: "1.2M", "۱٫۲ میلیون". Below 10,000 the number itself.</summary>
    public string Compact(double value)
    {
        if (!double.IsFinite(value))
        {
            return Nothing;
        }

        var size = Math.Abs(value);
        var (divisor, unit) = size switch
        {
            < 9_999.5 => (1d, ""),
            < 999_500 => (1e3, tongue.Thousand),
            < 999_500_000 => (1e6, tongue.Million),
            _ => (1e9, tongue.Milliard),
        };
        var scaled = size / divisor;
        var decimals = divisor > 1 && scaled < 99.95 ? 1 : 0;
        return shape.Sign(shape.Magnitude(scaled, decimals), Math.Sign(value)) + unit;
    }

    /// <summary>A size in bytes, powers of 1,000: "1.2 MB".</summary>
    public string Bytes(long bytes)
    {
        ReadOnlySpan<string> units = ["B", "kB", "MB", "GB", "TB"];
        var power = 0;
        double size = bytes;
        while (size >= 999.5 && power < units.Length - 1)
        {
            size /= 1000;
            power++;
        }

        return shape.Magnitude(size, power == 0 || size >= 99.95 ? 0 : 1) + "\u00a0" + (IsRightToLeft ? Bidi.Ltr(units[power]) : units[power]);
    }

    /// <summary>
    /// A count in its sentence. <paramref name="forms"/> holds the language's plural forms between bars, <c>{0}</c> standing
    /// for the number: "{0} case|{0} cases" (en, fa: one|other; ar: zero|one|two|few|many|other, or fewer: the last repeats).
    /// </summary>
    public string Plural(long count, string forms)
    {
        var all = forms.Split('|');
        return all[Math.Min(tongue.PluralOf(count), all.Length - 1)].Replace("{0}", Count(count), StringComparison.Ordinal);
    }

    private static int SignOf(double value, int decimals) => Math.Sign(Math.Round((decimal)Math.Clamp(value, -1e15, 1e15), decimals, MidpointRounding.AwayFromZero));

    private string PercentOf(double percent, int decimals, bool always)
    {
        var sign = SignOf(percent, decimals);
        var mark = sign < 0 ? "−" : always && sign > 0 ? "+" : "";
        return shape.Isolate(mark + shape.Magnitude(percent, decimals) + shape.PercentSign);
    }

    private string Around(string value, string range)
        => IsRightToLeft ? Bidi.Rtl(value + " (" + range + ")") : value + " (" + range + ")";
}
