using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>The committed names in memory; what another process added is fetched when its code or the head shows up.</summary>
internal sealed class LogNames(IDatabase database) : ILogNames
{
    private readonly Lock gate = new();
    private volatile Tables tables = Tables.Empty;

    public IReadOnlyList<string> EventNames => tables.Names(NameKind.Event);

    public IReadOnlyList<string> Channels => tables.Names(NameKind.Channel);

    public IReadOnlyList<string> Units => tables.Names(NameKind.Unit);

    public IReadOnlyList<string> ObjectTypes => tables.Names(NameKind.ObjectType);

    public string EventName(int code) => Name(NameKind.Event, code);

    public string Channel(int code) => Name(NameKind.Channel, code);

    public string Unit(int code) => Name(NameKind.Unit, code);

    public string ObjectType(int code) => Name(NameKind.ObjectType, code);

    public string Source(int code) => Name(NameKind.Source, code);

    public int FindEventName(string name) => Find(NameKind.Event, name);

    public int FindChannel(string name) => Find(NameKind.Channel, name);

    public int FindUnit(string code) => Find(NameKind.Unit, code);

    public int FindObjectType(string type) => Find(NameKind.ObjectType, type);

    public int FindSource(string name) => Find(NameKind.Source, name);

    public int FindQualifier(string name) => Find(NameKind.Qualifier, name);

    public int Find(NameKind kind, string name) => tables.Codes(kind).GetValueOrDefault(name);

    public string Name(NameKind kind, int code)
    {
        var names = tables.Names(kind);
        if (code > names.Count)
        {
            Refresh();
            names = tables.Names(kind);
        }

        return code >= 1 && code <= names.Count
            ? names[code - 1]
            : throw new ArgumentOutOfRangeException(nameof(code), code, $"The log has no {kind} of this code.");
    }

    /// <summary>Takes in what has been committed since.</summary>
    public void Refresh()
    {
        lock (gate)
        {
            using var connection = Blocking.Wait(() => database.OpenAsync().AsTask());
            using var command = connection.Command("select kind, code, name from log_name order by kind, code");
            using var reader = command.ExecuteReader();
            var fresh = Tables.New();
            while (reader.Read())
            {
                fresh.Add((NameKind)reader.GetInt32(0), reader.GetString(2));
            }

            tables = fresh;
        }
    }

    /// <summary>The code of a name inside a transaction that holds the head, made where new.</summary>
    public async Task<int> InternAsync(DbTransaction transaction, LogTransaction state, NameKind kind, string name, CancellationToken cancellationToken)
    {
        if (Find(kind, name) is > 0 and var known)
        {
            return known;
        }

        if (state.NewNames.TryGetValue((kind, name), out var code))
        {
            return code;
        }

        code = await transaction.Command("select code from log_name where kind = @kind and name = @name", ("kind", (int)kind), ("name", name)).ScalarAsync<int>(cancellationToken);
        if (code == 0)
        {
            code = 1 + await transaction.Command("select coalesce(max(code), 0) from log_name where kind = @kind", ("kind", (int)kind)).ScalarAsync<int>(cancellationToken);
            await transaction.Command("insert into log_name (kind, code, name) values (@kind, @code, @name)", ("kind", (int)kind), ("code", code), ("name", name)).RunAsync(cancellationToken);
        }

        state.NewNames.Add((kind, name), code);
        return code;
    }

    private sealed class Tables
    {
        private readonly List<string>[] names = new List<string>[7];
        private readonly Dictionary<string, int>[] codes = new Dictionary<string, int>[7];

        public static Tables Empty { get; } = New();

        public static Tables New()
        {
            var tables = new Tables();
            for (var i = 0; i < tables.names.Length; i++)
            {
                tables.names[i] = [];
                tables.codes[i] = new(StringComparer.Ordinal);
            }

            return tables;
        }

        public List<string> Names(NameKind kind) => names[(int)kind];

        public Dictionary<string, int> Codes(NameKind kind) => codes[(int)kind];

        public void Add(NameKind kind, string name)
        {
            Names(kind).Add(name);
            Codes(kind).Add(name, Names(kind).Count);
        }
    }
}
