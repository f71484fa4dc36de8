using System.Data.Common;
using System.Runtime.InteropServices;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>Hears the log and keeps, for each customer and employee, how often, when and in which units they were met.</summary>
public sealed class DirectoryLearner(IDatabase database) : ILogSubscriber
{
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
            withAttributes: false,
            cancellationToken);
        if (reached > stood)
        {
            await database.WriteAsync((transaction, cancel) => SaveAsync(transaction, stood, reached, log, met, units, cancel), cancellationToken);
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
        DbTransaction transaction, long stood, long reached, IExperienceLog log, Dictionary<long, Meeting> met, HashSet<(long Number, int Unit)> units, CancellationToken cancellationToken)
    {
        if (await transaction.Command("SELECT position FROM customers_position WHERE id = 1").ScalarAsync<long>(cancellationToken) != stood)
        {
            return;
        }

        await transaction.Command(
            "INSERT INTO customers_position (id, position) VALUES (1, @reached) ON CONFLICT (id) DO UPDATE SET position = excluded.position", ("reached", reached)).RunAsync(cancellationToken);
        KeyValuePair<long, Meeting>[] rows = [.. met.OrderBy(m => m.Key)];
        bool[] known = await transaction.UpdateManyAsync(
            "customers_directory",
            """
            events = events + {1},
            first_seen = CASE WHEN {2} < first_seen THEN {2} ELSE first_seen END,
            last_seen = CASE WHEN {3} > last_seen THEN {3} ELSE last_seen END
            """,
            "number",
            [Column(rows, r => r.Key), Column(rows, r => r.Value.Events), Column(rows, r => r.Value.First), Column(rows, r => r.Value.Last)],
            cancellationToken);
        KeyValuePair<long, Meeting>[] made = [.. rows.Where((_, i) => !known[i])];
        Dictionary<long, string> ids = await IdsAsync(log, made.Select(m => m.Key), cancellationToken);
        await transaction.InsertManyAsync(
            "customers_directory (number, type, folded, events, first_seen, last_seen)",
            "",
            [
                Column(made, r => r.Key), Column(made, r => Types[r.Value.Type]), Column(made, r => Folding.Fold(ids.GetValueOrDefault(r.Key, ""))),
                Column(made, r => r.Value.Events), Column(made, r => r.Value.First), Column(made, r => r.Value.Last),
            ],
            cancellationToken);
        await transaction.InsertManyAsync(
            "customers_units (number, unit)", "ON CONFLICT DO NOTHING", [units.Select(u => u.Number).ToArray(), units.Select(u => log.Names.Unit(u.Unit)).ToArray()], cancellationToken);
    }

    private static TColumn[] Column<TColumn>(KeyValuePair<long, Meeting>[] rows, Func<KeyValuePair<long, Meeting>, TColumn> value) => Array.ConvertAll(rows, r => value(r));

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
