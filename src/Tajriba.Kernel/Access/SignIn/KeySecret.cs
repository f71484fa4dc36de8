using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>
/// The secret that seals the keys of cookies and form tokens, which lie in the database: from <c>Tajriba:Key</c>, or a file
/// that is not in the database's backup. 256 bits, written in base64.
/// </summary>
internal sealed class KeySecret
{
    private const int Size = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const string Draft = ".new";
    private static readonly byte[] Purpose = "tajriba.keys.1"u8.ToArray();

    private readonly byte[] key;

    private KeySecret(byte[] key, string origin)
    {
        this.key = key;
        Origin = origin;
        Mark = Convert.ToHexStringLower(SHA256.HashData([.. Purpose, .. key]).AsSpan(0, 8));
    }

    /// <summary>Where the secret comes from, for messages.</summary>
    public string Origin { get; }

    /// <summary>Tells which secret sealed something without telling the secret.</summary>
    public string Mark { get; }

    /// <summary>Reads the secret; a file that is not there is made, readable by the service alone.</summary>
    /// <exception cref="KeySecretException">What is configured is not 32 bytes in base64.</exception>
    public static KeySecret From(IConfiguration configuration, DatabaseSettings settings)
    {
        if (configuration["Tajriba:Key"] is { Length: > 0 } given)
        {
            return new(Parse(given, "Tajriba:Key"), "Tajriba:Key");
        }

        var path = Path.GetFullPath(configuration["Tajriba:KeyFile"] is { Length: > 0 } named ? named : Path.Combine(settings.DataDirectory, "tajriba.key"));
        if (!File.Exists(path))
        {
            Make(path);
        }

        Tidy(path);
        return new(Parse(File.ReadAllText(path), path), path);
    }

    public byte[] Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(sealedBytes.AsSpan(0, NonceSize), plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize), Purpose);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Another secret sealed it, or it was changed.</exception>
    public string Open(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("Too short to be sealed.");
        }

        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(sealedBytes[..NonceSize], sealedBytes[(NonceSize + TagSize)..], sealedBytes.Slice(NonceSize, TagSize), plain, Purpose);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>
    /// Another process may be making it at the same moment: each writes a draft of its own, and the first that moves it wins,
    /// so that the file is never seen half-written and never replaced.
    /// </summary>
    private static void Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Guid.NewGuid():N}{Draft}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(draft, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            return;
        }

        // What is sealed with it is soon durable: so must the key be, its name included.
        using var made = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        made.Flush(flushToDisk: true);
    }

    /// <summary>Once the file is there, no draft is needed any more, neither one that lost nor one of a start that was cut off.</summary>
    private static void Tidy(string path)
    {
        try
        {
            foreach (var draft in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*" + Draft))
            {
                File.Delete(draft);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where the folder is not ours to write, as that of a mounted secret, others made what lies there.
        }
    }

    private static byte[] Parse(string text, string origin)
    {
        var bytes = new byte[Size + 1];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Size
            ? bytes[..Size]
            : throw new KeySecretException($"{origin} must hold {Size} random bytes in base64 (openssl rand -base64 {Size}).");
    }
}
