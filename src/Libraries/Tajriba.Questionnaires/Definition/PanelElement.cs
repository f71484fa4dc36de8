namespace Tajriba.Questionnaires;

/// <summary>Elements under one title.</summary>
public sealed class PanelElement : Element
{
    internal PanelElement(Reader reader, int nesting)
        : base(reader, ElementKind.Panel)
        => Elements = ReadAll(reader, "elements", nesting + 1, "questions");

    /// <summary>The elements, in order.</summary>
    public IReadOnlyList<Element> Elements { get; }
}
