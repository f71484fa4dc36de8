namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>What the organization calls the events that its systems report. Kept in memory; cheap enough for every row of a page.</summary>
public interface IEventCatalogue
{
    /// <summary>Every name met so far, most frequent first, hidden ones included.</summary>
    IReadOnlyList<CatalogueEntry> All { get; }

    /// <summary>The entry of a name; one without count or texts where the name is unknown.</summary>
    CatalogueEntry Get(string name);

    /// <summary>What a reader of the current UI language calls the event.</summary>
    string DisplayName(string name);
}
