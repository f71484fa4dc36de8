using System.Globalization;

namespace Tajriba.ProcessMining.Ocel;

/// <summary>A value of one of the OCEL types; equal by type and content.</summary>
public readonly record struct OcelValue
{
    private readonly string? text;
    private readonly long bits;

    private OcelValue(OcelValueType type, string? text, long bits)
    {
        Type = type;
        this.text = text;
        this.bits = bits;
    }

    /// <summary>Which of the types it is.</summary>
    public OcelValueType Type { get; }

    /// <summary>A text.</summary>
    public static OcelValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OcelValueType.String, value, 0);
    }

    /// <summary>An instant; the offset is not kept.</summary>
    public static OcelValue Of(DateTimeOffset value) => new(OcelValueType.Time, null, value.UtcTicks);

    /// <summary>A whole number.</summary>
    public static OcelValue Of(long value) => new(OcelValueType.Integer, null, value);

    /// <summary>A real number; -0 is taken as 0.</summary>
    /// <exception cref="ArgumentException">The number is infinite or not a number.</exception>
    public static OcelValue Of(double value) => double.IsFinite(value)
        ? new(OcelValueType.Float, null, BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value))
        : throw new ArgumentException("A float must be finite.", nameof(value));

    /// <summary>True or false.</summary>
    public static OcelValue Of(bool value) => new(OcelValueType.Boolean, null, value ? 1 : 0);

    /// <summary>Reads a value of a type from its text, as files hold it.</summary>
    /// <param name="text">The text: ISO 8601 for times (UTC where no offset is given), true, false, 1 or 0 for booleans.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="value">The value, if the text is one of that type.</param>
    public static bool TryParse(string text, OcelValueType type, out OcelValue value)
    {
        ArgumentNullException.ThrowIfNull(text);
        value = default;
        switch (type)
        {
            case OcelValueType.String:
                value = Of(text);
                return true;
            case OcelValueType.Time when OcelTime.TryParse(text, out var time):
                value = Of(time);
                return true;
            case OcelValueType.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                value = Of(whole);
                return true;
            case OcelValueType.Float when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real):
                value = Of(real);
                return true;
            case OcelValueType.Boolean when text is "1" or "0" || bool.TryParse(text, out _):
                value = Of(text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The instant of a <see cref="OcelValueType.Time"/>.</summary>
    public DateTimeOffset AsTime() => Type == OcelValueType.Time ? new DateTimeOffset(bits, TimeSpan.Zero) : throw Wrong();

    /// <summary>The number of an <see cref="OcelValueType.Integer"/>.</summary>
    public long AsInteger() => Type == OcelValueType.Integer ? bits : throw Wrong();

    /// <summary>The number of a <see cref="OcelValueType.Float"/>.</summary>
    public double AsFloat() => Type == OcelValueType.Float ? BitConverter.Int64BitsToDouble(bits) : throw Wrong();

    /// <summary>The truth of a <see cref="OcelValueType.Boolean"/>.</summary>
    public bool AsBoolean() => Type == OcelValueType.Boolean ? bits != 0 : throw Wrong();

    /// <summary>The text that <see cref="TryParse"/> reads back to the same value.</summary>
    public override string ToString() => Type switch
    {
        OcelValueType.String => text ?? "",
        OcelValueType.Time => OcelTime.Format(AsTime()),
        OcelValueType.Integer => bits.ToString(CultureInfo.InvariantCulture),
        OcelValueType.Float => AsFloat().ToString("R", CultureInfo.InvariantCulture),
        _ => bits != 0 ? "true" : "false",
    };

    private InvalidOperationException Wrong() => new($"The value is a {Type}.");
}
