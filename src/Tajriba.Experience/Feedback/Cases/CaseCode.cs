using System.Security.Cryptography;
using Tajriba.Touchpoints.Capture.Feedback;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>What a case is called: short enough to say on the telephone, too many (2^50) to be guessed.</summary>
internal static class CaseCode
{
    public const int Length = FollowCodes.Length;

    private const string Alphabet = FollowCodes.Alphabet;

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>The code that somebody typed: in any script's digits, with spaces or dashes, O for 0; null where it is none.</summary>
    public static string? Of(string? typed)
    {
        if (typed is null or { Length: > 4 * Length })
        {
            return null;
        }

        string read = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u200c' or '\u200e' or '\u200f')).Select(Plain));
        return read.Length == Length && read.All(Alphabet.Contains) ? read : null;
    }

    private static char Plain(char typed) => char.ToUpperInvariant(typed) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var digit when char.IsDigit(digit) => (char)('0' + (int)char.GetNumericValue(digit)),
        var other => other,
    };
}
