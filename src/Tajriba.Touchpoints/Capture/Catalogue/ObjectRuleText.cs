namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>Rules as a person writes them: one a line, <c>attribute = type</c>.</summary>
internal static class ObjectRuleText
{
    public static string Format(IEnumerable<ObjectRule> rules) => string.Join('\n', rules.Select(r => $"{r.Attribute} = {r.ObjectType}"));

    /// <summary>The rules, or null where a line cannot be read.</summary>
    public static IReadOnlyList<ObjectRule>? Parse(string? text)
    {
        var rules = new List<ObjectRule>();
        foreach (string line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = line.LastIndexOf('=');
            string attribute = equals < 0 ? "" : line[..equals].Trim();
            string type = equals < 0 ? "" : line[(equals + 1)..].Trim();
            if (attribute.Length is 0 or > 200 || type.Length is 0 or > 100)
            {
                return null;
            }

            rules.Add(new ObjectRule(attribute, type));
        }

        return rules;
    }
}
