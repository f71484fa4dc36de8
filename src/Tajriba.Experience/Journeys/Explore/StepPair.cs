namespace Tajriba.Experience.Journeys.Explore;

/// <summary>Two event names in order.</summary>
/// <param name="First">The earlier.</param>
/// <param name="Then">The later.</param>
public sealed record StepPair(string First, string Then)
{
    /// <summary>As one text, <c>First~>Then</c>; a tilde in a name is doubled.</summary>
    public override string ToString() => $"{First.Replace("~", "~~", StringComparison.Ordinal)}~>{Then.Replace("~", "~~", StringComparison.Ordinal)}";

    /// <summary>The mirror of <see cref="ToString"/>; null where the text is no pair.</summary>
    public static StepPair? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != '~')
            {
                continue;
            }

            if (text[i + 1] == '>')
            {
                var first = Plain(text[..i]);
                var then = Plain(text[(i + 2)..]);
                return first.Length == 0 || then.Length == 0 ? null : new StepPair(first, then);
            }

            i++;
        }

        return null;
    }

    private static string Plain(string text) => text.Replace("~~", "~", StringComparison.Ordinal);
}
