using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys;

/// <summary>What the reader calls the things that the log has only codes for.</summary>
public sealed class JourneyWords(IEventCatalogue catalogue, IUnits units, IExperienceLog log, Show show, IStringLocalizer<JourneyNames> names)
{
    private readonly Dictionary<string, string> employees = new(StringComparer.Ordinal);

    public string Event(string name) => catalogue.DisplayName(name);

    public string Unit(string code) => units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    /// <summary>A channel: known ones in the reader's language, others as they are written, made readable.</summary>
    public string Channel(string code) => Known("channel.", code);

    /// <summary>An object type likewise.</summary>
    public string ObjectType(string code) => Known("type.", code);

    /// <summary>An attribute likewise.</summary>
    public string Attribute(string code) => Known("attribute.", code);

    /// <summary>Two steps as one text, in the reader's direction.</summary>
    public string Pair(string first, string then) => Event(first) + (show.IsRightToLeft ? " ← " : " → ") + Event(then);

    /// <summary>An employee by the log's number of it; fetched by <see cref="LearnEmployeesAsync"/>.</summary>
    public string Employee(string number) => employees.GetValueOrDefault(number, number);

    /// <summary>Fetches the ids behind employees' numbers.</summary>
    public async Task LearnEmployeesAsync(IEnumerable<string> numbers, CancellationToken cancellationToken)
    {
        long[] wanted = [.. numbers.Distinct(StringComparer.Ordinal).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
        foreach (var known in await log.GetObjectsAsync(wanted, cancellationToken))
        {
            employees[known.Number.ToString(CultureInfo.InvariantCulture)] = known.Id;
        }
    }

    /// <summary>A value of a hand-over or ping-pong dimension.</summary>
    public string Place(string dimension, string value) => dimension switch
    {
        "unit" => Unit(value),
        "employee" => Employee(value),
        "channel" => Channel(value),
        _ => value,
    };

    private string Known(string prefix, string code)
        => names[prefix + code.ToLowerInvariant()] is { ResourceNotFound: false } known ? known.Value : Readable(code);

    /// <summary><c>part_family</c> and <c>partFamily</c> as words: <c>Part family</c>.</summary>
    private static string Readable(string code)
    {
        var text = new StringBuilder(code.Length + 4);
        for (var i = 0; i < code.Length; i++)
        {
            var parts = i > 0 && char.IsUpper(code[i]) && char.IsLower(code[i - 1]);
            text.Append(parts ? " " : "").Append(code[i] is '_' or '-' ? ' ' : parts ? char.ToLowerInvariant(code[i]) : i == 0 ? char.ToUpperInvariant(code[i]) : code[i]);
        }

        return text.ToString();
    }
}
