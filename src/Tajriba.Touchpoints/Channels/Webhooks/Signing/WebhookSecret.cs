using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Touchpoints.Channels.Webhooks.Signing;

/// <summary>A symmetric secret of the Standard Webhooks specification 1.0.0, and what it signs.</summary>
public sealed class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Size = 32;
    private const int Least = 24;
    private const int Most = 64;
    private readonly byte[] key;

    private WebhookSecret(byte[] key) => this.key = key;

    /// <summary>256 random bits.</summary>
    public static WebhookSecret New() => new(RandomNumberGenerator.GetBytes(Size));

    /// <summary>Reads <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static WebhookSecret Parse(string text)
    {
        byte[] bytes = text.StartsWith(Prefix, StringComparison.Ordinal) ? Convert.FromBase64String(text[Prefix.Length..]) : [];
        return bytes.Length is >= Least and <= Most ? new WebhookSecret(bytes) : throw new FormatException("A webhook's secret is whsec_ and 24 to 64 bytes in base64.");
    }

    /// <summary>The secret as receivers write it down.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(key);

    /// <summary>One signature: <c>v1,</c> and the HMAC-SHA256 of <c>id.timestamp.body</c> in base64.</summary>
    /// <param name="id">The message's id, without a dot.</param>
    /// <param name="timestamp">When this attempt is made; whole seconds count.</param>
    /// <param name="body">The bytes that are sent.</param>
    public string Sign(string id, DateTimeOffset timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp.ToUnixTimeSeconds()}.")));
        hash.AppendData(body);
        return "v1," + Convert.ToBase64String(hash.GetHashAndReset());
    }
}
