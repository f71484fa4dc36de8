using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Kernel.Storage;

/// <summary>One numbered SQL step, as the program carries it.</summary>
internal sealed record SchemaStep(string Source, int Number, string Name, string Sql, string Hash)
{
    public override string ToString() => $"{Source}/{Number:0000}_{Name}";

    public static IReadOnlyList<SchemaStep> Of(SchemaSource source, DatabaseProvider provider)
    {
        var prefix = $"{source.Prefix}.{provider}.";
        var steps = source.Assembly.GetManifestResourceNames()
            .Where(r => r.StartsWith(prefix, StringComparison.Ordinal) && r.EndsWith(".sql", StringComparison.Ordinal))
            .Select(r => Read(source, r, r[prefix.Length..^4]))
            .OrderBy(s => s.Number)
            .ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Number != i + 1)
            {
                throw new SchemaException($"Schema steps of {source.Name} for {provider} are not numbered 1, 2, 3 ...: found {steps[i]} at place {i + 1}.");
            }
        }

        return steps;
    }

    private static SchemaStep Read(SchemaSource source, string resource, string file)
    {
        using var reader = new StreamReader(source.Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        var cut = file.IndexOf('_', StringComparison.Ordinal);
        if (cut < 1 || !int.TryParse(file.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new SchemaException($"Schema step {resource} is not named like 0001_name.sql.");
        }

        return new SchemaStep(source.Name, number, file[(cut + 1)..], sql, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
    }
}
