namespace Tajriba.Questionnaires;

/// <summary>A row of a table of questions, or one panel of a dynamic panel.</summary>
public sealed class GroupView
{
    internal GroupView(string name, string title, IReadOnlyList<ElementView> elements)
    {
        Name = name;
        Title = title;
        Elements = elements;
    }

    /// <summary>The row's value, or the index from 0.</summary>
    public string Name { get; }

    /// <summary>What is shown, in the reader's language.</summary>
    public string Title { get; }

    /// <summary>Its cells or elements, those not visible included.</summary>
    public IReadOnlyList<ElementView> Elements { get; }
}
