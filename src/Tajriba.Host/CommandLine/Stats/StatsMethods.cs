using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary>Every method that <c>tajriba stats</c> knows, and the way from a file's text to the answer's.</summary>
public static class StatsMethods
{
    private static readonly Dictionary<string, StatsMethod> ByName = new StatsMethod[][]
    {
        AgreementMethods.All,
        ClassicMethods.All,
        ConcentrationMethods.All,
        ImportanceMethods.All,
        KanoMethods.All,
        LoyaltyMethods.All,
        AttributeChartMethods.All,
        VariableChartMethods.All,
        DematelMethods.All,
        AhpMethods.All,
        DriverMethods.All,
        SurvivalMethods.All,
        LifetimeMethods.All,
        BanditMethods.All,
        OffPolicyMethods.All,
        RankingMethods.All,
        SampleSizeMethods.All,
        SamplingMethods.All,
        SaturationMethods.All,
        ScaleMethods.All,
        ShareMethods.All,
    }.SelectMany(family => family).ToDictionary(method => method.Name, StringComparer.Ordinal);

    /// <summary>The names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>True where there is a method of that name.</summary>
    public static bool Knows(string name) => ByName.ContainsKey(name);

    /// <summary>Answers a file.</summary>
    /// <param name="method">The method's name; null where the file's member <c>method</c> says it.</param>
    /// <param name="json">The file's text: an object with the member <c>input</c>.</param>
    /// <param name="folder">The folder of the file, where paths inside it start; null for standard input.</param>
    /// <returns>The answer as JSON.</returns>
    /// <exception cref="MethodInputException">The text, the method's name or the input does not fit.</exception>
    public static string Answer(string? method, ReadOnlyMemory<byte> json, string? folder)
    {
        using JsonDocument document = Parse(json);
        var file = new MethodInput(document.RootElement, "file", folder);
        string name = method ?? (file.Has("method") ? file.Text("method") : throw new MethodInputException("method", "is missing: name the method on the command line or in the file"));
        StatsMethod known = ByName.GetValueOrDefault(name) ?? throw new MethodInputException("method", $"there is no method '{name}'; tajriba stats --list names them all");
        try
        {
            return AnswerWriter.Write(known.Answer(new MethodInput(file.Value("input"), "input", folder)));
        }
        catch (ArgumentException e)
        {
            throw new MethodInputException("input", Plain(e.Message));
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        ReadOnlyMemory<byte> text = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException e)
        {
            throw new MethodInputException("file", $"is not JSON: {e.Message}");
        }
    }

    /// <summary>A precondition of the library that no reader had asked about, without the parameter's name.</summary>
    internal static string Plain(string message)
    {
        string line = message.Split('\n')[0].TrimEnd();
        int parameter = line.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return parameter < 0 ? line : line[..parameter];
    }
}
