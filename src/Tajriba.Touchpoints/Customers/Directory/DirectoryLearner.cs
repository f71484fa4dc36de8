using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>Hears the log and keeps, for each customer and employee, how often, when and in which units they were met.</summary>
public sealed class DirectoryLearner(IDatabase database) : ILogSubscriber
{
    private const int RowsAtOnce = 200;

    private static readonly string[] Types = ["customer", "employee"];

    public string Name => "customers.directory";

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        long stood = await StoodAsync(cancellationToken);
        int[] types = [.. Types.Select(log.Names.FindObjectType)];
        var met = new Dictionary<long, Meeting>();
        var units = new HashSet<(long Number, int Unit)>();
        long reached = log.Scan(
            Math.Max(afterPosition, stood),
            (in CodedEvent item) =>
            {
                for (int i = 0; i < item.Objects.Length; i++)
                {
                    int type = Array.IndexOf(types, item.ObjectTypes[i]);
                    if (type < 0 || item.Objects[..i].Contains(item.Objects[i]))
                    {
                        continue;
                    }

                    ref Meeting? meeting = ref CollectionsMarshal.GetValueRefOrAddDefault(met, item.Objects[i], out _);
                    meeting ??= new Meeting(type);
                    meeting.Add(item.Time);
                    if (item.Unit != 0)
                    {
                        units.Add((item.Objects[i], item.Unit));
                    }
                }
            },
            cancellationToken);
        if (reached > stood)
        {
            Dictionary<long, string> ids = await IdsAsync(log, met.Keys, cancellationToken);
            await database.WriteAsync((transaction, cancel) => SaveAsync(transaction, stood, reached, log.Names, met, ids, units, cancel), cancellationToken);
        }

        return reached;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.Command("DELETE FROM customers_directory").RunAsync(cancel);
            await transaction.Command("DELETE FROM customers_units").RunAsync(cancel);
            await transaction.Command("DELETE FROM customers_position").RunAsync(cancel);
        },
        cancellationToken);

    /// <summary>Delivery is at least once: what is counted and the position up to which it is counted move together.</summary>
    private static async Task SaveAsync(
        DbTransaction transaction, long stood, long reached, ILogNames names, Dictionary<long, Meeting> met, Dictionary<long, string> ids, HashSet<(long Number, int Unit)> units, CancellationToken cancellationToken)
    {
        if (await transaction.Command("SELECT position FROM customers_position WHERE id = 1").ScalarAsync<long>(cancellationToken) != stood)
        {
            return;
        }

        await transaction.Command(
            "INSERT INTO customers_position (id, position) VALUES (1, @reached) ON CONFLICT (id) DO UPDATE SET position = excluded.position", ("reached", reached)).RunAsync(cancellationToken);
        foreach (KeyValuePair<long, Meeting>[] rows in met.Chunk(RowsAtOnce))
        {
            await transaction.Command(
                $"""
                INSERT INTO customers_directory (number, type, folded, events, first_seen, last_seen) VALUES {Rows(rows.Length, 6)}
                ON CONFLICT (number) DO UPDATE SET
                    events = customers_directory.events + excluded.events,
                    first_seen = CASE WHEN excluded.first_seen < customers_directory.first_seen THEN excluded.first_seen ELSE customers_directory.first_seen END,
                    last_seen = CASE WHEN excluded.last_seen > customers_directory.last_seen THEN excluded.last_seen ELSE customers_directory.last_seen END
                """,
                Parameters(rows.SelectMany(r => new object[] { r.Key, Types[r.Value.Type], Folding.Fold(ids.GetValueOrDefault(r.Key, "")), r.Value.Events, r.Value.First, r.Value.Last }))).RunAsync(cancellationToken);
        }

        foreach ((long Number, int Unit)[] rows in units.Chunk(RowsAtOnce))
        {
            await transaction.Command(
                $"INSERT INTO customers_units (number, unit) VALUES {Rows(rows.Length, 2)} ON CONFLICT DO NOTHING",
                Parameters(rows.SelectMany(r => new object[] { r.Number, names.Unit(r.Unit) }))).RunAsync(cancellationToken);
        }
    }

    private static async Task<Dictionary<long, string>> IdsAsync(IExperienceLog log, IEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<long, string>();
        foreach (long[] some in numbers.Chunk(1_000))
        {
            foreach (KnownObject known in await log.GetObjectsAsync(some, cancellationToken))
            {
                ids[known.Number] = known.Id;
            }
        }

        return ids;
    }

    private static string Rows(int count, int width)
    {
        var sql = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            sql.Append(i == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(i * width, width).Select(p => $"@p{p}")).Append(')');
        }

        return sql.ToString();
    }

    private static (string, object?)[] Parameters(IEnumerable<object> values) => [.. values.Select((v, i) => ($"p{i}", (object?)v))];

    private async Task<long> StoodAsync(CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM customers_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    private sealed class Meeting(int type)
    {
        public int Type { get; } = type;

        public long Events { get; private set; }

        public long First { get; private set; } = long.MaxValue;

        public long Last { get; private set; } = long.MinValue;

        public void Add(long time)
        {
            Events++;
            First = Math.Min(First, time);
            Last = Math.Max(Last, time);
        }
    }
}
