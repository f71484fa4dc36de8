using System.Text.Json;

namespace Tajriba.Host.Tests.Stats;

/// <summary>A published or independently computed case: what goes in, what must come out, and how near.</summary>
internal sealed class Oracle
{
    private readonly JsonElement file;

    private Oracle(string path)
    {
        Path = path;
        Json = File.ReadAllBytes(path);
        file = JsonDocument.Parse(Json).RootElement;
    }

    public string Path { get; }

    public byte[] Json { get; }

    public string? Method => file.TryGetProperty("method", out JsonElement method) ? method.GetString() : null;

    public JsonElement Expected => file.GetProperty("expected");

    public static string Folder => Checkout.Shared("oracles", "statistics");

    public static Oracle Read(string name) => new(System.IO.Path.Combine(Folder, name + ".json"));

    /// <summary>Where the answer differs from what is expected by more than the file allows.</summary>
    public List<string> Differences(JsonElement answer)
    {
        var differences = new List<string>();
        Compare(Expected, answer, "", differences);
        return differences;
    }

    /// <summary>Where the answer, rounded as the source prints it, differs from what is printed there.</summary>
    public List<string> PrintedDifferences(JsonElement answer)
    {
        var differences = new List<string>();
        ComparePrinted(file.GetProperty("published"), answer, "", differences);
        return differences;
    }

    private void ComparePrinted(JsonElement printed, JsonElement actual, string at, List<string> differences)
    {
        switch (printed.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in printed.EnumerateObject())
                {
                    if (actual.TryGetProperty(member.Name, out JsonElement found))
                    {
                        ComparePrinted(member.Value, found, $"{at}.{member.Name}", differences);
                    }
                }

                break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array && printed.GetArrayLength() == actual.GetArrayLength():
                for (int i = 0; i < printed.GetArrayLength(); i++)
                {
                    ComparePrinted(printed[i], actual[i], $"{at}[{i}]", differences);
                }

                break;
            case JsonValueKind.Number when actual.ValueKind == JsonValueKind.Number:
                string text = printed.GetRawText();
                int digits = text.Contains('.') ? text.Length - text.IndexOf('.') - 1 : 0;
                double allowed = Math.Max(Member(file.GetProperty("tolerance"), "published_abs"), 0.5005 * Math.Pow(10, -digits));
                if (Math.Abs(printed.GetDouble() - actual.GetDouble()) > allowed)
                {
                    differences.Add($"{at} is {actual} where {text} is printed");
                }

                break;
            default:
                differences.Add($"{at} is {actual} where {printed} is printed");
                break;
        }
    }

    private void Compare(JsonElement expected, JsonElement actual, string at, List<string> differences)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                foreach (JsonProperty member in expected.EnumerateObject())
                {
                    if (actual.TryGetProperty(member.Name, out JsonElement found))
                    {
                        Compare(member.Value, found, $"{at}.{member.Name}", differences);
                    }
                    else
                    {
                        differences.Add($"{at}.{member.Name} is missing");
                    }
                }

                break;
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                if (expected.GetArrayLength() != actual.GetArrayLength())
                {
                    differences.Add($"{at} has {actual.GetArrayLength()} values instead of {expected.GetArrayLength()}");
                    break;
                }

                for (int i = 0; i < expected.GetArrayLength(); i++)
                {
                    Compare(expected[i], actual[i], $"{at}[{i}]", differences);
                }

                break;
            case JsonValueKind.Number when actual.ValueKind == JsonValueKind.Number:
                (double wanted, double is_) = (expected.GetDouble(), actual.GetDouble());
                if (!(Math.Abs(wanted - is_) <= Allowed(wanted, at)))
                {
                    differences.Add($"{at} is {is_:R} instead of {wanted:R}");
                }

                break;
            case JsonValueKind.String when at.EndsWith(".note", StringComparison.Ordinal):
                break;
            default:
                if (!JsonElement.DeepEquals(expected, actual))
                {
                    differences.Add($"{at} is {actual} instead of {expected}");
                }

                break;
        }
    }

    /// <summary>Figures stand with ten decimals, so nothing nearer can be asked. Some files allow each kind of figure its own.</summary>
    private double Allowed(double expected, string at)
    {
        JsonElement tolerance = file.GetProperty("tolerance");
        if (tolerance.ValueKind == JsonValueKind.Number)
        {
            return tolerance.GetDouble();
        }

        string kind = at switch
        {
            _ when at.StartsWith(".params.", StringComparison.Ordinal) => "params",
            ".log_likelihood" => "log_likelihood",
            _ when at.Contains("bootstrap", StringComparison.Ordinal) => "bootstrap",
            _ => "",
        };
        string[] absolute = kind.Length > 0 ? ["abs", "values_abs", $"{kind}_abs"] : ["abs", "values_abs"];
        string[] relative = kind is "params" ? ["rel", "params_rel"] : ["rel", "point_rel", "predictions_rel"];
        return Math.Max(absolute.Max(name => Member(tolerance, name)), relative.Max(name => Member(tolerance, name)) * Math.Abs(expected));
    }

    private static double Member(JsonElement tolerance, string name)
        => tolerance.ValueKind == JsonValueKind.Object && tolerance.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : 0;
}
