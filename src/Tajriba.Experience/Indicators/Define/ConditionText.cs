namespace Tajriba.Experience.Indicators.Define;

/// <summary>Conditions as people write them, one a line: <c>score >= 4</c>, <c>@channel = phone, sms</c>, <c>test != true</c>, <c>scores.nps ?</c>.</summary>
public static class ConditionText
{
    private static readonly (string Sign, ConditionTest Test)[] Signs =
        [("!=", ConditionTest.IsNot), (">=", ConditionTest.AtLeast), ("<=", ConditionTest.AtMost), ("=", ConditionTest.Is), (">", ConditionTest.Above), ("<", ConditionTest.Below), ("?", ConditionTest.Exists)];

    public static string Format(IEnumerable<EventCondition> conditions)
        => string.Join('\n', conditions.Select(c => $"{c.Path} {Signs.First(s => s.Test == c.Test).Sign} {string.Join(", ", c.Values)}".TrimEnd()));

    /// <summary>Reads lines; a line that cannot be read becomes a condition without a path, which no rule allows.</summary>
    public static IReadOnlyList<EventCondition> Parse(string text)
        => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Line)];

    private static EventCondition Line(string line)
    {
        var at = line.IndexOfAny(['!', '=', '<', '>', '?']);
        if (at <= 0)
        {
            return new EventCondition("", ConditionTest.Exists, []);
        }

        var (sign, test) = Signs.FirstOrDefault(s => line.AsSpan(at).StartsWith(s.Sign, StringComparison.Ordinal));
        return sign is null
            ? new EventCondition("", ConditionTest.Exists, [])
            : new EventCondition(line[..at].Trim(), test, line[(at + sign.Length)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
