namespace Tajriba.Questionnaires;

/// <summary>Several short texts under one question; the answer is an object by item.</summary>
public sealed class MultipleTextQuestion : Question
{
    internal MultipleTextQuestion(Reader reader)
        : base(reader, ElementKind.MultipleText)
    {
        var items = new List<TextQuestion>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in reader.Objects("items"))
        {
            if (!reader.Reading.Count(item.Path))
            {
                break;
            }

            var text = new TextQuestion(item, "inputType");
            if (!names.Add(text.Name))
            {
                item.Fault("name", DefinitionFaultCode.Duplicate, text.Name);
            }

            items.Add(text);
        }

        Items = items;
    }

    /// <summary>The items, in order.</summary>
    public IReadOnlyList<TextQuestion> Items { get; }
}
