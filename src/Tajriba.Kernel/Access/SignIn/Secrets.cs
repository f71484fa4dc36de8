using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Kernel.Access;

internal static class Secrets
{
    /// <summary>256 random bits as 43 characters that fit a URL.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What the database keeps in place of a secret or of a personal key.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
