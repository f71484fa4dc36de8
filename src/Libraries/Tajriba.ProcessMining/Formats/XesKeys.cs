using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>The attribute keys of one level of a XES file with the column of each.</summary>
internal sealed class XesKeys(EventLogBuilder builder, AttributeLevel level)
{
    private readonly Utf8Interner _keys = new();
    private readonly List<Key> _known = [];

    public sealed class Key
    {
        public required string ColumnName { get; init; }

        public required bool IsName { get; init; }

        public required bool IsTime { get; init; }

        public int Column { get; set; } = -1;

        public AttributeType Type { get; set; } = (AttributeType)(-1);

        /// <summary>Whether the source's column list has it.</summary>
        public bool Listed { get; set; }
    }

    [MethodImpl(Compile.AtOnce)]
    public Key Find(ReadOnlySpan<byte> key)
    {
        int code = _keys.Intern(key);
        if (code == _known.Count)
        {
            string name = Encoding.UTF8.GetString(key);
            _known.Add(new Key
            {
                ColumnName = level == AttributeLevel.Case ? EventLogBuilder.CasePrefix + name : name,
                IsName = name == "concept:name",
                IsTime = level == AttributeLevel.Event && name == "time:timestamp",
            });
        }

        return _known[code];
    }

    [MethodImpl(Compile.AtOnce)]
    public int Column(Key key, AttributeType type)
    {
        if (key.Type != type)
        {
            key.Column = builder.Column(key.ColumnName, level, type);
            key.Type = type;
        }

        return key.Column;
    }
}
