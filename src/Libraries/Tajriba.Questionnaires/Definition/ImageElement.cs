namespace Tajriba.Questionnaires;

/// <summary>A picture or a film.</summary>
public sealed class ImageElement : Element
{
    internal ImageElement(Reader reader)
        : base(reader, ElementKind.Image)
    {
        ImageLink = reader.Text("imageLink");
        AltText = reader.Text("altText", "text");
        ContentMode = reader.String("contentMode") is { Length: > 0 } mode ? mode : "auto";
    }

    /// <summary>Address of the picture; it is the author's and must be checked before it is shown.</summary>
    public LocalizedText? ImageLink { get; }

    /// <summary>What the picture shows, in words.</summary>
    public LocalizedText? AltText { get; }

    /// <summary>auto, image, video or youtube.</summary>
    public string ContentMode { get; }
}
