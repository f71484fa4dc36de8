using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Touchpoints.Capture.Import.Problems;

namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>Which column of a file means what. Kept with the import, and by name for the next file of its kind.</summary>
public sealed record ColumnMapping
{
    /// <summary>Characters of an object type's name that the log takes.</summary>
    private const int LongestType = 100;

    /// <summary>Characters of an event's name that the log takes.</summary>
    private const int LongestName = 200;

    /// <summary>Column with the event's name.</summary>
    public string? Activity { get; init; }

    /// <summary>Column with the time.</summary>
    public string? Time { get; init; }

    /// <summary>Columns that name objects; a customer's becomes the subject, else the first.</summary>
    public IReadOnlyList<ObjectColumn> Objects { get; init; } = [];

    /// <summary>Column with the source's id of the event. With it, an event already known from another file adds nothing.</summary>
    public string? EventId { get; init; }

    public string? Channel { get; init; }

    public string? Unit { get; init; }

    /// <summary>Columns kept as attributes; null for all the others.</summary>
    public IReadOnlyList<string>? Attributes { get; init; }

    /// <summary>Where clocks without offset stood: an IANA name, or null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether <c>03/04/2024</c> is the fourth of March.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>Column with a JSON array of all objects, as our own export writes it; then <see cref="Objects"/> is not used.</summary>
    public string? ObjectList { get; init; }

    /// <summary>Column with a JSON object of all attributes, as our own export writes it.</summary>
    public string? AttributeObject { get; init; }

    /// <summary>Column with the name of who told the event, as our own export writes it.</summary>
    public string? Source { get; init; }

    /// <summary>The file is our own export: what the export did to names, ids and cells is undone, and nothing is trimmed.</summary>
    public bool OurExport { get; init; }

    /// <summary>Name of every event, in a file whose columns hold none; rows that name nobody then stand for somebody unknown each. Left out of the text where there is none: mappings of before keep theirs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventName { get; init; }

    /// <summary>Column with what a customer wrote, kept as the attribute <c>text</c> whatever it is called.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>Column with what a customer rated, kept as the attribute <c>rating</c> whatever it is called.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rating { get; init; }

    /// <summary>Whether a row that names no object is taken: it stands for somebody unknown.</summary>
    [JsonIgnore]
    public bool RowsAreSomebody => EventName is not null && Activity is null;

    /// <summary>The same mapping always gives the same text; used to tell imports apart.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    public static ColumnMapping FromJson(string json) =>
        JsonSerializer.Deserialize<ColumnMapping>(json) ?? throw new JsonException("A mapping is an object.");

    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToJson())));

    /// <summary>What the mapping lacks for these columns; null where it can be used.</summary>
    public ImportProblem? Problem(IReadOnlyList<string> columns, bool rowsNameObjects)
    {
        if (Activity is null && EventName is null)
        {
            return new ImportProblem(ImportFault.NoActivity, string.Join(", ", columns));
        }

        if (EventName is { } name && (name.Length is 0 or > LongestName || name.Any(char.IsControl)))
        {
            return new ImportProblem(ImportFault.BadName, name);
        }

        if (Time is null)
        {
            return new ImportProblem(ImportFault.NoTime, string.Join(", ", columns));
        }

        if (Objects.Count == 0 && ObjectList is null && !rowsNameObjects && !RowsAreSomebody)
        {
            return new ImportProblem(ImportFault.NoObject, string.Join(", ", columns));
        }

        if (Objects.FirstOrDefault(o => o.Type.Length is 0 or > LongestType || o.Type.Any(char.IsControl)) is { } bad)
        {
            return new ImportProblem(ImportFault.BadType, bad.Type);
        }

        string? missing = Named().Concat(new[] { Text, Rating }.OfType<string>()).FirstOrDefault(c => !columns.Contains(c, StringComparer.Ordinal));
        return missing is null ? null : new ImportProblem(ImportFault.NoColumn, missing, string.Join(", ", columns));
    }

    /// <summary>The mapping with a column for objects of a type, in place of the one that it had; the same where null.</summary>
    public ColumnMapping WithObject(string? column, string type) => column is null
        ? this
        : this with { Objects = [.. Objects.Where(o => o.Column != column && o.Type != type && !(type != "customer" && o.Type == "case")), new ObjectColumn(column, type)] };

    /// <summary>The mapping with another case column, another type for what it names, or both.</summary>
    /// <param name="column">The case column; null for the one that the mapping has.</param>
    /// <param name="type">What it names; null for cases where the column is new, else for the type that it has.</param>
    /// <exception cref="ImportFileException">A type is given, and the mapping has no case column that it could be of.</exception>
    public ColumnMapping WithCase(string? column, string? type)
    {
        if (column is null && type is null)
        {
            return this;
        }

        column ??= Objects.FirstOrDefault(o => o.Type == "case")?.Column
            ?? throw new ImportFileException(ImportFault.NoCase, type!);
        return WithObject(column, string.IsNullOrWhiteSpace(type) ? "case" : type);
    }

    /// <summary>Every column that has a part of its own.</summary>
    public IEnumerable<string> Named() =>
        new[] { Activity, Time, EventId, Channel, Unit, ObjectList, AttributeObject, Source }.OfType<string>().Concat(Objects.Select(o => o.Column));

    /// <summary>The time zone, or null for UTC.</summary>
    /// <exception cref="ImportFileException">There is no such zone.</exception>
    public TimeZoneInfo? Zone()
    {
        if (TimeZone is null)
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out TimeZoneInfo? zone)
            ? zone
            : throw new ImportFileException(ImportFault.UnknownZone, TimeZone);
    }
}
