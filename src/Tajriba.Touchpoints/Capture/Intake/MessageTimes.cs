using System.Text;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Times in messages, as their senders write them.</summary>
internal static class MessageTimes
{
    private const int Longest = 256;
    private static readonly TimeRules Rules = new(null, false);

    /// <summary>Microseconds since 1970; null where it is no time that the log takes.</summary>
    public static long? Of(string? text)
    {
        Span<byte> utf8 = stackalloc byte[Longest];
        return text is not null && Encoding.UTF8.TryGetBytes(text, utf8, out int length) && EventTime.TryParse(utf8[..length], Rules, out long time)
            && time is >= Microseconds.Min and <= Microseconds.Max ? time : null;
    }
}
