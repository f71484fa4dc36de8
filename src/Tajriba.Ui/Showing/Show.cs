using Tajriba.Kernel.Access;

namespace Tajriba.Ui;

/// <summary>
/// Everything a person reads is written here: digits, separators, calendar, percent, duration, interval, in the reader's
/// language and by the reader's preference. <see cref="Read"/> is its mirror. Injected per request.
/// </summary>
public sealed partial class Show
{
    private readonly NumberShape shape;
    private readonly Tongue tongue;
    private readonly TimeProvider clock;
    private readonly TimeZoneInfo zone;

    public Show(ReaderPreferences reader, TimeProvider clock)
    {
        Reader = reader;
        this.clock = clock;
        shape = new NumberShape(reader);
        tongue = Tongue.Of(reader.Language);
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
    }

    /// <summary>For whom it writes.</summary>
    public ReaderPreferences Reader { get; }

    /// <summary>Stands where there is no value.</summary>
    public string Nothing => "–";

    /// <summary>True in Persian and Arabic.</summary>
    public bool IsRightToLeft => shape.RightToLeft;

    /// <summary><c>rtl</c> or <c>ltr</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The reader's digits and separators.</summary>
    public DigitSigns DigitSigns => shape.Signs;

    /// <summary>Digits inside any text (a code, a version) in the reader's shape; nothing else changes.</summary>
    public string Digits(string text) => shape.Digits(text);

    /// <summary>Items joined as the language joins them: "a, b and c".</summary>
    public string List(IEnumerable<string> items)
    {
        var all = items.Select(i => IsRightToLeft ? Bidi.Auto(i) : i).ToList();
        return all.Count switch
        {
            0 => "",
            1 => all[0],
            _ => string.Join(tongue.Comma, all.Take(all.Count - 1)) + tongue.And + all[^1],
        };
    }
}
