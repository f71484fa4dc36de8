using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Capture;

/// <summary>What a person may do in this room.</summary>
public static class CapturePermissions
{
    public const string ImportId = "capture.import";
    public const string ExportId = "capture.export";
    public const string SourcesId = "capture.sources";
    public const string CatalogueId = "capture.catalogue";
    public const string CatalogueEditId = "capture.catalogue-edit";

    /// <summary>See sources and what they send, make and end their keys.</summary>
    public static Permission Sources { get; } = new(SourcesId);

    /// <summary>Bring files of events in, see imports and their rejected rows.</summary>
    public static Permission Import { get; } = new(ImportId);

    /// <summary>Take events out as files.</summary>
    public static Permission Export { get; } = new(ExportId);

    /// <summary>See the event catalogue.</summary>
    public static Permission Catalogue { get; } = new(CatalogueId);

    /// <summary>Name events, say where they happen and hide them.</summary>
    public static Permission CatalogueEdit { get; } = new(CatalogueEditId);
}
