using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Capture.Feedback;

/// <summary>
/// Codes under which customers follow what became of feedback that a source told. They are worked out of the event's name in the
/// log with a secret of the house: told again, it has the same code on every node, and whoever knows a source's numbers knows no code.
/// </summary>
public sealed class FollowCodes
{
    /// <summary>Characters of a code.</summary>
    public const int Length = 10;

    /// <summary>Crockford's: without I, L, O and U, which are taken for others.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int BitsOfOne = 5;

    private readonly Lazy<byte[]> secret;

    public FollowCodes(IDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        // A database that could not be read is asked again.
        secret = new(() => Blocking.Wait(() => SecretAsync(database)), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The code of an event.</summary>
    /// <param name="source">Its source's name in the log.</param>
    /// <param name="id">Its id there.</param>
    public string Of(string source, string id)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret.Value, Encoding.UTF8.GetBytes($"{source}\n{id}"), digest);
        ulong bits = BitConverter.ToUInt64(digest);
        return string.Create(Length, bits, static (code, rest) =>
        {
            for (int at = 0; at < code.Length; at++, rest >>= BitsOfOne)
            {
                code[at] = Alphabet[(int)(rest % (ulong)Alphabet.Length)];
            }
        });
    }

    /// <summary>Of the schema's making: all nodes have the same from the start.</summary>
    private static async Task<byte[]> SecretAsync(IDatabase database)
    {
        await using DbConnection connection = await database.OpenAsync();
        return Convert.FromHexString((await connection.Command("SELECT secret FROM capture_codes WHERE id = 1").ScalarAsync<string>(default))!);
    }
}
