using System.Globalization;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>One event name: what the log says of it and what a person made of it.</summary>
public sealed record CatalogueEntry
{
    /// <summary>The name as the source wrote it.</summary>
    public required string Name { get; init; }

    public string? English { get; init; }

    public string? Persian { get; init; }

    public string? Arabic { get; init; }

    /// <summary>The touchpoint where it happens (<c>reception desk</c>), or null.</summary>
    public string? Touchpoint { get; init; }

    /// <summary>The channel of those events that name none themselves, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>Which attributes name objects that the event concerns; holds for events imported from then on.</summary>
    public IReadOnlyList<ObjectRule> ObjectRules { get; init; } = [];

    /// <summary>Noise: left out of pages unless asked for.</summary>
    public bool Hidden { get; init; }

    public long Count { get; init; }

    /// <summary>Time of the earliest event, or null where none was counted yet.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The name for readers of a language; the source's own where nobody gave one.</summary>
    /// <param name="language">Two letters: <c>en</c>, <c>fa</c> or <c>ar</c>.</param>
    public string DisplayName(string language) => (language switch
    {
        "fa" => Persian ?? English,
        "ar" => Arabic ?? English,
        _ => English,
    }) ?? Name;

    /// <summary>The name for the current UI language.</summary>
    public string DisplayName() => DisplayName(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
