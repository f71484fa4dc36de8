using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Where a page of answers ended.</summary>
/// <param name="At">Time of its last answer, in microseconds.</param>
/// <param name="Position">That answer's place in the log.</param>
public sealed record ResponseCursor(long At, long Position)
{
    public static ResponseCursor After(SurveyResponse last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return new(Microseconds.Of(last.At), last.Position);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is none.</summary>
    public static ResponseCursor? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length < 100 && Base64Url.IsValid(text) && Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.') is [var at, var position]
            && long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time) && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(time, place)
            : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{At}.{Position}")));
}
