using System.Globalization;
using System.Resources;
using System.Text.Json;

namespace Tajriba.Touchpoints.Capture.Import.Problems;

/// <summary>What is wrong with a file, and where: kept as code and details, told in the language of whoever reads it.</summary>
/// <param name="Fault">Which of the things that can be wrong.</param>
/// <param name="Details">What the sentence names: a line, a column, a limit.</param>
public sealed record ImportProblem(ImportFault Fault, params IReadOnlyList<string> Details)
{
    private const int MaxDetails = 4;

    private static readonly ResourceManager Texts = new(typeof(ImportProblem));

    /// <summary>The sentence in English, on one line: for the command line, the API and logs.</summary>
    public string English => Fill(Texts.GetString(Fault.ToString(), CultureInfo.InvariantCulture) ?? Fault.ToString(), Details).ReplaceLineEndings(" ");

    /// <summary>The details put into a sentence; a problem that came in an address may have too few.</summary>
    public static string Fill(string sentence, IEnumerable<string> details) =>
        string.Format(CultureInfo.InvariantCulture, sentence, [.. details.Concat(Enumerable.Repeat("", MaxDetails)).Take(MaxDetails)]);

    public string ToJson() => JsonSerializer.Serialize(new Stored(Fault.ToString(), [.. Details]));

    /// <summary>Reads <see cref="ToJson"/>; text that is not of it stands for a file that could not be read.</summary>
    public static ImportProblem FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(json) is { } stored && TryParse(stored.Fault) is { } fault
                ? new ImportProblem(fault, stored.Details)
                : new ImportProblem(ImportFault.Unreadable, json);
        }
        catch (JsonException)
        {
            return new ImportProblem(ImportFault.Unreadable, json);
        }
    }

    /// <summary>The problem as parameters of an address, <see cref="FromQuery"/> reads them.</summary>
    public string ToQuery() => "wrong=" + Fault + string.Concat(Details.Select(d => "&with=" + Uri.EscapeDataString(d)));

    public static ImportProblem? FromQuery(string? wrong, string[]? with) => TryParse(wrong) is { } fault ? new ImportProblem(fault, with ?? []) : null;

    private static ImportFault? TryParse(string? name) =>
        name is { Length: > 0 } && char.IsLetter(name[0]) && Enum.TryParse(name, out ImportFault fault) ? fault : null;

    private sealed record Stored(string Fault, string[] Details);
}
