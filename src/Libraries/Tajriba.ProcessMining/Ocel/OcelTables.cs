namespace Tajriba.ProcessMining.Ocel;

/// <summary>Names of tables and columns of the relational form.</summary>
internal static class OcelTables
{
    public const string Id = "ocel_id";
    public const string Time = "ocel_time";
    public const string ChangedField = "ocel_changed_field";

    /// <summary>The columns that come before those of attributes.</summary>
    public static readonly string[] Own = [Id, Time, ChangedField];

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A table suffix for each type: its letters and digits, made unique where two types have the same.</summary>
    public static string[] Suffixes(IReadOnlyList<OcelType> types)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "object", "map_type" };
        var suffixes = new string[types.Count];
        for (var i = 0; i < types.Count; i++)
        {
            var plain = string.Concat(types[i].Name.Where(c => char.IsAsciiLetterOrDigit(c)));
            suffixes[i] = plain.Length > 0 ? plain : "T";
            for (var n = 2; !taken.Add(suffixes[i]); n++)
            {
                suffixes[i] = $"{(plain.Length > 0 ? plain : "T")}{n}";
            }
        }

        return suffixes;
    }
}
