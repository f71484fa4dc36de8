using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Touchpoints.Capture.Intake;

/// <summary>Names of events in the log: the sender's own words where they fit, their digest where they are too long.</summary>
internal static class MessageIds
{
    private const int Longest = 100;

    public static string Of(string words) =>
        words.Length <= Longest ? words : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
}
