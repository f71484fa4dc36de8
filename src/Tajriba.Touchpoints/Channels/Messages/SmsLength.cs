namespace Tajriba.Touchpoints.Channels.Messages;

/// <summary>
/// How many parts an SMS takes (3GPP TS 23.038 and 23.040): 160 characters of the GSM alphabet, or 70 UTF-16 units where any
/// other occurs; of several parts each carries 153 or 67, since a header tells their order.
/// </summary>
public static class SmsLength
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€\f";

    /// <summary>Parts of a text, at least one.</summary>
    public static int Parts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool isPlain = text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Extended.Contains(c, StringComparison.Ordinal));
        int length = isPlain ? text.Length + text.Count(c => Extended.Contains(c, StringComparison.Ordinal)) : text.Length;
        (int one, int each) = isPlain ? (160, 153) : (70, 67);
        return length <= one ? 1 : (length + each - 1) / each;
    }
}
