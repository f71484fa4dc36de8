using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>The columns of a XES file that is read event by event: keys of events as they are, those of traces behind <c>case:</c>.</summary>
internal sealed class XesColumns
{
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly Keys _ofEvent = new();
    private readonly Keys _ofTrace = new();

    public IReadOnlyList<string> Names => _names;

    public int OfEvent(ReadOnlySpan<byte> key) => _ofEvent.TryFind(key, out int column) ? column : _ofEvent.Add(Named(Encoding.UTF8.GetString(key)));

    public int OfTrace(ReadOnlySpan<byte> key)
    {
        if (_ofTrace.TryFind(key, out int column))
        {
            return column;
        }

        string name = Encoding.UTF8.GetString(key);
        return _ofTrace.Add(Named(name.StartsWith(EventLogBuilder.CasePrefix, StringComparison.Ordinal) ? name : EventLogBuilder.CasePrefix + name));
    }

    private int Named(string name)
    {
        if (!_byName.TryGetValue(name, out int column))
        {
            column = _names.Count;
            _names.Add(name);
            _byName.Add(name, column);
        }

        return column;
    }

    private sealed class Keys
    {
        private readonly Utf8Interner _keys = new();
        private readonly List<int> _columns = [];

        [MethodImpl(Compile.AtOnce)]
        public bool TryFind(ReadOnlySpan<byte> key, out int column)
        {
            int code = _keys.Intern(key);
            column = code < _columns.Count ? _columns[code] : -1;
            return column >= 0;
        }

        /// <summary>Gives the key last asked for its column.</summary>
        public int Add(int column)
        {
            _columns.Add(column);
            return column;
        }
    }
}
