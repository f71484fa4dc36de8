using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Tajriba.Touchpoints.Capture.Import.Mapping;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>A mapping as the mapping page posts it.</summary>
internal static class MappingForm
{
    /// <summary>Object types that have a field of their own on the page.</summary>
    public static IReadOnlyList<string> ObjectTypes { get; } = ["customer", "case", "order", "session", "employee"];

    private static IEnumerable<string> Fields =>
        ["activity", "eventname", "text", "rating", "time", .. ObjectTypes.Select(t => "object-" + t), "other-column", "other-type", "eventid", "channel", "unit", "zone", "monthfirst", "save"];

    /// <summary>Reads the fields; what the page has no field for stays as it was guessed.</summary>
    public static ColumnMapping Read(IEnumerable<KeyValuePair<string, StringValues>> fields, ColumnMapping guessed)
    {
        Dictionary<string, StringValues> form = new(fields, StringComparer.Ordinal);
        List<ObjectColumn> objects = [.. ObjectTypes.Select(t => (Type: t, Column: Text(form, "object-" + t))).Where(o => o.Column is not null).Select(o => new ObjectColumn(o.Column!, o.Type))];
        if (Text(form, "other-column") is { } column && Text(form, "other-type") is { } type)
        {
            objects.Add(new ObjectColumn(column, type));
        }

        return guessed with
        {
            Activity = Text(form, "activity"),
            EventName = Text(form, "activity") is null ? Text(form, "eventname") : null,
            Text = Text(form, "text"),
            Rating = Text(form, "rating"),
            Time = Text(form, "time"),
            Objects = [.. objects.DistinctBy(o => (o.Column, o.Type))],
            EventId = Text(form, "eventid"),
            Channel = Text(form, "channel"),
            Unit = Text(form, "unit"),
            TimeZone = Text(form, "zone"),
            MonthFirst = form.ContainsKey("monthfirst"),
        };
    }

    /// <summary>The fields as parameters of an address, so that choices stand where a start was refused.</summary>
    public static string ToQuery(IFormCollection form) => string.Join('&', Fields
        .Where(f => form.ContainsKey(f))
        .Select(f => f + "=" + Uri.EscapeDataString(form[f].ToString())));

    private static string? Text(Dictionary<string, StringValues> form, string field)
    {
        string text = form.GetValueOrDefault(field).ToString();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
