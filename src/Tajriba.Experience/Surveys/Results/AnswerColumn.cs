using System.Globalization;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>What was answered to one question by everybody, as codes: one number an answer, whatever it is made of.</summary>
internal sealed class AnswerColumn
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string[]> values = [];
    private int[] codes = new int[256];

    /// <summary>Code of those who did not answer.</summary>
    public const int None = -1;

    public int Count { get; private set; }

    /// <summary>The values that a code stands for: one, or those chosen together.</summary>
    public IReadOnlyList<string[]> Values => values;

    /// <summary>A code for each answer, in the order in which they came.</summary>
    public ReadOnlySpan<int> Codes => codes.AsSpan(0, Count);

    public void Add(string? key, Func<string, string[]> read)
    {
        if (Count == codes.Length)
        {
            Array.Resize(ref codes, codes.Length * 2);
        }

        var code = None;
        if (key is not null && !known.TryGetValue(key, out code))
        {
            code = values.Count;
            values.Add(read(key));
            known.Add(key, code);
        }

        codes[Count++] = code;
    }

    /// <summary>The number that a code stands for, or not a number.</summary>
    public double NumberOf(int code)
        => values[code] is [var one] && double.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN;
}
