using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Leadership.Maturity.Answer;

/// <summary>Texts that nobody guesses: 128 random bits in 22 letters that an address takes as they are.</summary>
internal static class SheetToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether a text can be one at all, so that nothing else is looked for.</summary>
    public static bool IsOne(string? text) => text is { Length: 22 } && Base64Url.IsValid(text);

    /// <summary>What is kept of a secret one.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
