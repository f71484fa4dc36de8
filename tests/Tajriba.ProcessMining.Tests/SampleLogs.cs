namespace Tajriba.ProcessMining.Tests;

/// <summary>Random small logs with awkward content, by seed.</summary>
internal static class SampleLogs
{
    private static readonly string[] Texts =
        ["a", "تماس با پشتیبانی", "=1+1", "+5", "-3", "@x", "'=quoted", "''-twice", "say \"hi\"", "one,two", "semi;colon", "line\nbreak", "tab\tinside", "\tfront", "a & b <c>", "NA", "null", "0", "😀", "\uFFFD", "", " space ", "'"];

    public static EventLog Random(int seed, bool keys = false)
    {
        var random = new Random(seed);
        var builder = new EventLogBuilder();
        int events = random.Next(1, 60);
        int[] columns = [builder.Column("note"), builder.Column("amount", AttributeLevel.Event, AttributeType.Real), builder.Column("case:segment", AttributeLevel.Case)];
        for (int i = 0; i < events; i++)
        {
            int id = builder.Case(Text(random, allowEmpty: false) + random.Next(5));
            int activity = builder.Activity(Text(random, allowEmpty: false));
            long time = random.Next(3) switch
            {
                0 => random.NextInt64(-62_135_596_800_000_000, 253_402_300_799_000_000),
                1 => random.Next(0, 4) * 1_000_000L,
                _ => random.NextInt64(0, 1_000_000_000_000_000),
            };
            int[] codes =
            [
                random.Next(3) == 0 ? -1 : builder.Value(columns[0], Text(random, allowEmpty: true)),
                random.Next(3) == 0 ? -1 : builder.Value(columns[1], $"{random.Next(-100, 100)}.5"),
                random.Next(2) == 0 ? -1 : builder.Value(columns[2], Text(random, allowEmpty: true)),
            ];
            if (keys)
            {
                builder.AddCoded(id, activity, time, codes, i);
                continue;
            }

            builder.AddCoded(id, activity, time);
            for (int c = 0; c < codes.Length; c++)
            {
                if (codes[c] >= 0 && c < 2)
                {
                    builder.SetEvent(columns[c], codes[c]);
                }
                else if (codes[c] >= 0)
                {
                    builder.SetCase(id, columns[c], codes[c]);
                }
            }
        }

        return builder.Build();
    }

    /// <summary>Everything about a log in lines; columns without a value are left out.</summary>
    public static string[] Lines(EventLog log, bool types)
    {
        var lines = new List<string>();
        for (int c = 0; c < log.CaseCount; c++)
        {
            lines.Add($"case {log.CaseIds[c]} {Values(log, AttributeLevel.Case, c, types)}");
            for (int e = log.CaseOffsets[c]; e < log.CaseOffsets[c + 1]; e++)
            {
                lines.Add($"{log.Activities[log.ActivityCodes[e]]} {log.Times[e]} {Values(log, AttributeLevel.Event, e, types)}");
            }
        }

        return [.. lines];
    }

    private static string Values(EventLog log, AttributeLevel level, int at, bool types) =>
        string.Join('|', log.Columns.Where(c => c.Level == level && c[at] is not null).Select(c => $"{c.Name}:{(types ? c.Type : "")}={c[at]}").Order(StringComparer.Ordinal));

    private static string Text(Random random, bool allowEmpty)
    {
        string text = Texts[random.Next(Texts.Length)];
        return text.Length == 0 && !allowEmpty ? "x" : text;
    }
}
