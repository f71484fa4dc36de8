using System.Globalization;
using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Records;

/// <summary>Reads the fields that forms of records share; what cannot be read is remembered as the first fault.</summary>
public sealed class Typed(IFormCollection form, Read read)
{
    private const int LongestLine = 200;
    private const int LongestText = 5_000;
    private const int LongestPath = 500;

    /// <summary>Name of the first field that could not be read, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>A line that has to be there.</summary>
    public string Line(string name) => Optional(name) is { Length: > 0 } text ? text : Wrong(name, "");

    /// <summary>A line that may be empty.</summary>
    public string Optional(string name) => Clean(form[name].ToString()) is { Length: <= LongestLine } text ? text.ReplaceLineEndings(" ") : Wrong(name, "");

    /// <summary>A text of several lines that may be empty.</summary>
    public string Text(string name) => Clean(form[name].ToString()) is { Length: <= LongestText } text ? text : Wrong(name, "");

    /// <summary>A text of several lines that has to be there.</summary>
    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : Wrong(name, "");

    /// <summary>The lines of a text, at most so many.</summary>
    public IReadOnlyList<string> Lines(string name, int most)
    {
        string[] lines = Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length <= most && lines.All(l => l.Length <= LongestLine) ? lines : Wrong<string[]>(name, []);
    }

    /// <summary>A day, or null where the field is empty.</summary>
    public DateOnly? Day(string name) => form[name].ToString() is not { Length: > 0 } text ? null : read.Date(text) ?? Wrong<DateOnly?>(name, null);

    /// <summary>A day that has to be there.</summary>
    public DateOnly NeededDay(string name) => Day(name) ?? Wrong(name, default(DateOnly));

    /// <summary>The id of a person, or null where nobody was chosen.</summary>
    public long? Person(string name) => form[name].ToString() is not { Length: > 0 } text ? null : PersonOf(text) ?? Wrong<long?>(name, null);

    /// <summary>The ids of the people chosen.</summary>
    public IReadOnlyList<long> People(string name) => [.. form[name].Where(t => !string.IsNullOrEmpty(t)).Select(t => PersonOf(t!) ?? Wrong(name, 0L)).Distinct()];

    /// <summary>One of an enumeration's values.</summary>
    public T Of<T>(string name)
        where T : struct, Enum
        => Enum.TryParse(form[name], out T value) && Enum.IsDefined(value) ? value : Wrong(name, default(T));

    /// <summary>The code of a unit that there is; null for the organization.</summary>
    public string? Unit(string name, UnitTree tree) => form[name].ToString() is not { Length: > 0 } code ? null : tree.Find(code)?.Code ?? Wrong<string?>(name, null);

    /// <summary>A number from 0, or null where the field is empty.</summary>
    public decimal? Amount(string name) => form[name].ToString() is not { Length: > 0 } text ? null : read.Number(text) is { } number and >= 0 and < 1_000_000_000_000_000 ? number : Wrong<decimal?>(name, null);

    /// <summary>
    /// A page of the product as a path. An address of another site is none; one copied from the address bar of this site is.
    /// </summary>
    public static string? Path(string text, HostString host)
    {
        string path = Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address.Authority == host.Value ? address.PathAndQuery : ""
            : text;
        return path.Length is > 0 and <= LongestPath && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Any(c => c == '\\' || char.IsControl(c)) ? path : null;
    }

    /// <summary>Remembers that a field could not be read.</summary>
    public T Wrong<T>(string name, T otherwise)
    {
        Fault ??= name;
        return otherwise;
    }

    private static string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    private static long? PersonOf(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && id > 0 ? id : null;
}
