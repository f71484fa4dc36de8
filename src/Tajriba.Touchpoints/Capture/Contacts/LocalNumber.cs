using System.Globalization;
using System.Text;
using System.Text.Json;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Contacts;

/// <summary>Numbers as devices write them: JSON numbers, or text with Latin, Persian or Arabic digits.</summary>
internal static class LocalNumber
{
    private const int Longest = 30;

    /// <summary>The number, exactly; null where it is none.</summary>
    public static decimal? Of(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            return value.TryGetDecimal(out decimal number) ? number : null;
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString()!.Trim() is not { Length: > 0 and <= Longest } text)
        {
            return null;
        }

        // The Arabic decimal separator, the slash that Persian uses for it, and the minus sign proper.
        byte[] written = Encoding.UTF8.GetBytes(text.Replace('٫', '.').Replace('/', '.').Replace('−', '-'));
        Span<byte> latin = stackalloc byte[4 * Longest];
        return Digits.ToLatin(written, latin, out int length)
            && decimal.TryParse(latin[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal read)
            ? read
            : null;
    }
}
