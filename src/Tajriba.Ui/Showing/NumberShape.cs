using System.Globalization;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

/// <summary>Digits, separators and signs of one reader.</summary>
internal sealed class NumberShape
{
    private readonly char zero;
    private readonly char group;
    private readonly char point;

    public NumberShape(ReaderPreferences reader)
    {
        Native = reader.Digits == Tajriba.Kernel.Access.DigitShapes.Native && (reader.Language is "fa" or "ar");
        RightToLeft = (reader.Language is "fa" or "ar");
        zero = Native ? (reader.Language == "fa" ? '۰' : '٠') : '0';
        group = Native ? '٬' : ',';
        point = Native ? '٫' : '.';
        PercentSign = Native ? '٪' : '%';
    }

    public bool Native { get; }

    public bool RightToLeft { get; }

    public char PercentSign { get; }

    public DigitSigns Signs => new(zero, group, point, PercentSign);

    /// <summary>Digits of an invariant text in the reader's shape; nothing else changes.</summary>
    public string Digits(string invariant)
        => Native ? string.Create(invariant.Length, (invariant, zero), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = state.invariant[i];
                span[i] = char.IsAsciiDigit(c) ? (char)(state.zero + (c - '0')) : c;
            }
        })
        : invariant;

    /// <summary>Absolute value, grouped, with exactly <paramref name="decimals"/> places; no sign.</summary>
    public string Magnitude(double value, int decimals)
    {
        var invariant = Math.Abs(value) < 1e15
            ? Math.Abs((decimal)value).ToString("N" + decimals, CultureInfo.InvariantCulture)
            : Math.Abs(value).ToString("N" + decimals, CultureInfo.InvariantCulture);
        return Localize(invariant);
    }

    public string Magnitude(decimal value, int decimals)
        => Localize(Math.Abs(value).ToString("N" + decimals, CultureInfo.InvariantCulture));

    /// <summary>Puts a sign before a magnitude; isolated in right-to-left text, so that the sign keeps its side.</summary>
    public string Sign(string magnitude, int sign, bool always = false)
    {
        var mark = sign < 0 ? "−" : always && sign > 0 ? "+" : "";
        return mark.Length == 0 ? magnitude : Isolate(mark + magnitude);
    }

    public string Isolate(string text) => RightToLeft ? Bidi.Ltr(text) : text;

    private string Localize(string invariant)
        => Native
            ? string.Create(invariant.Length, (invariant, this), static (span, state) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = state.invariant[i] switch
                    {
                        ',' => state.Item2.group,
                        '.' => state.Item2.point,
                        var c => (char)(state.Item2.zero + (c - '0')),
                    };
                }
            })
            : invariant;
}
