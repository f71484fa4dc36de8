using System.Buffers;
using System.Text;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>Persian and Arabic digits.</summary>
internal static class Digits
{
    /// <summary>Writes text with its Persian and Arabic digits made Latin; false where other letters beyond ASCII remain.</summary>
    public static bool ToLatin(ReadOnlySpan<byte> text, Span<byte> latin, out int length)
    {
        length = 0;
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(text, out Rune rune, out int consumed) != OperationStatus.Done)
            {
                return false;
            }

            int value = rune.Value switch
            {
                >= 0x06F0 and <= 0x06F9 => rune.Value - 0x06F0 + '0',
                >= 0x0660 and <= 0x0669 => rune.Value - 0x0660 + '0',
                < 0x80 => rune.Value,
                0x200E or 0x200F => -1,
                _ => -2,
            };
            if (value == -2)
            {
                return false;
            }

            if (value >= 0)
            {
                latin[length++] = (byte)value;
            }

            text = text[consumed..];
        }

        return true;
    }
}
