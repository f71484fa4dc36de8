using System.Globalization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys;

/// <summary>What the reader calls the things that the log has only codes for.</summary>
public sealed class JourneyWords(IEventCatalogue catalogue, IUnits units, IExperienceLog log, Show show, CodeWords words)
{
    private readonly Dictionary<string, string> employees = new(StringComparer.Ordinal);

    public string Event(string name) => catalogue.DisplayName(name);

    public string Unit(string code) => units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    /// <summary>A channel: known ones in the reader's language, others as they are written, made readable.</summary>
    public string Channel(string code) => words.Channel(code);

    /// <summary>An object type likewise.</summary>
    public string ObjectType(string code) => words.ObjectType(code);

    /// <summary>An attribute likewise.</summary>
    public string Attribute(string code) => words.Attribute(code);

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
}
