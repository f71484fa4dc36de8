using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Channels.Webhooks.Telling;

/// <summary>
/// The <c>webhook-id</c>. It follows from the event's own identity, so that receivers recognize an event that is told again,
/// also after the database was restored from a backup.
/// </summary>
public static class MessageId
{
    private const int Bytes = 16;

    public static string Of(LoggedEvent item)
    {
        string identity = string.Create(CultureInfo.InvariantCulture, $"{item.Source.Length}:{item.Source}:{item.Id}");
        return "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, Bytes));
    }

    /// <summary>For a message that tells no event.</summary>
    public static string New() => "msg_" + Guid.CreateVersion7().ToString("N");
}
