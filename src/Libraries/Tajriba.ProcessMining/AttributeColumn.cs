namespace Tajriba.ProcessMining;

/// <summary>A named attribute of all events or of all cases, dictionary-coded.</summary>
public sealed class AttributeColumn
{
    private readonly LateColumn<int> _codes;

    internal AttributeColumn(string name, AttributeLevel level, AttributeType type, StringTable values, LateColumn<int> codes)
    {
        Name = name;
        Level = level;
        Type = type;
        Values = values;
        _codes = codes;
    }

    /// <summary>The name; case-level columns carry the prefix <c>case:</c>.</summary>
    public string Name { get; }

    /// <summary>Whether there is a value per event or per case.</summary>
    public AttributeLevel Level { get; }

    /// <summary>The type the source declared.</summary>
    public AttributeType Type { get; }

    /// <summary>The distinct values.</summary>
    public StringTable Values { get; }

    /// <summary>A code into <see cref="Values"/> per event (in the log's order) or per case; -1 where there is no value.</summary>
    public ReadOnlySpan<int> Codes => _codes.Span;

    /// <summary>The value at an event or case index, or null.</summary>
    public string? this[int index]
    {
        get
        {
            int code = Codes[index];
            return code < 0 ? null : Values[code];
        }
    }
}
