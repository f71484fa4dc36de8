namespace Tajriba.Questionnaires;

/// <summary>An object among values: members in the order they were set.</summary>
internal sealed class Record : OrderedDictionary<string, object?>
{
    public Record()
        : base(StringComparer.Ordinal)
    {
    }

    public object? Value(string name) => TryGetValue(name, out var value) ? value : null;
}
