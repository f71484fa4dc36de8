namespace Tajriba.Questionnaires;

/// <summary>A piece of HTML. It is the author's and must be cleaned before it is shown.</summary>
public sealed class HtmlElement : Element
{
    internal HtmlElement(Reader reader)
        : base(reader, ElementKind.Html)
        => Html = reader.Text("html");

    /// <summary>The HTML as written.</summary>
    public LocalizedText? Html { get; }
}
