using System.Data.Common;
using System.Runtime.InteropServices;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Directory;

/// <summary>Hears the log and keeps, for each customer and employee, how often, when and in which units they were met.</summary>
public sealed class DirectoryLearner(IDatabase database) : ILogSubscriber
{
    /// <summary>Entries to a transaction: some milliseconds, so that other writers get their turn.</summary>
    private const int Slice = 500;

    /// <summary>Microseconds to which the index by last event is exact.</summary>
    private const long Slot = 600_000_000;

    private static readonly string[] Types = ["customer", "employee"];

    public string Name => "customers.directory";

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        (long stood, long target) = await AimAsync(log.Head, cancellationToken);
        int[] types = [.. Types.Select(log.Names.FindObjectType)];
        var met = new Dictionary<long, Meeting>();
        var units = new HashSet<(long Number, int Unit)>();
        log.Scan(
            stood,
            target,
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
        foreach (KeyValuePair<long, Meeting>[] some in met.OrderBy(m => m.Key).Chunk(Slice))
        {
            await database.WriteAsync((transaction, cancel) => SaveAsync(transaction, target, log, some, cancel), cancellationToken);
        }

        foreach ((long Number, int Unit)[] some in units.Order().Chunk(Slice))
        {
            await database.WriteAsync((transaction, cancel) => SaveAsync(transaction, log, some, cancel), cancellationToken);
        }

        await database.WriteAsync(
            (transaction, cancel) => transaction.Command("UPDATE customers_position SET position = @target WHERE id = 1 AND position = @stood", ("stood", stood), ("target", target)).RunAsync(cancel),
            cancellationToken);
        return target;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.Command("DELETE FROM customers_directory").RunAsync(cancel);
            await transaction.Command("DELETE FROM customers_units").RunAsync(cancel);
            await transaction.Command("DELETE FROM customers_position").RunAsync(cancel);
        },
        cancellationToken);

    /// <summary>
    /// From where to where the next portion goes: as far as one that was cut off, or as the log goes. Each entry says how far
    /// it is counted, so that a portion that begins again counts nothing twice.
    /// </summary>
    private Task<(long Stood, long Target)> AimAsync(long head, CancellationToken cancellationToken) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            await transaction.Command("INSERT INTO customers_position (id, position, target) VALUES (1, 0, 0) ON CONFLICT (id) DO NOTHING").RunAsync(cancel);
            await transaction.Command("UPDATE customers_position SET target = @head WHERE id = 1 AND target <= position", ("head", head)).RunAsync(cancel);
            return (await transaction.Command("SELECT position, target FROM customers_position WHERE id = 1").ListAsync(r => (r.GetInt64(0), r.GetInt64(1)), cancel))[0];
        },
        cancellationToken);

    private static async Task SaveAsync(DbTransaction transaction, long target, IExperienceLog log, KeyValuePair<long, Meeting>[] rows, CancellationToken cancellationToken)
    {
        bool[] known = await transaction.UpdateManyAsync(
            "customers_directory",
            """
            events = events + CASE WHEN through < {4} THEN {1} ELSE 0 END,
            first_seen = CASE WHEN {2} < first_seen THEN {2} ELSE first_seen END,
            last_seen = CASE WHEN {3} > last_seen THEN {3} ELSE last_seen END,
            through = CASE WHEN through < {4} THEN {4} ELSE through END
            """,
            "number",
            [Column(rows, r => r.Key), Column(rows, r => r.Value.Events), Column(rows, r => r.Value.First), Column(rows, r => r.Value.Last), Column(rows, _ => target)],
            cancellationToken: cancellationToken);
        await transaction.UpdateManyAsync(
            "customers_directory", "last_slot = {1}", "number", [Column(rows, r => r.Key), Column(rows, r => r.Value.Last / Slot)], "last_slot < {1}", cancellationToken);
        KeyValuePair<long, Meeting>[] made = [.. rows.Where((_, i) => !known[i])];
        Dictionary<long, string> ids = await IdsAsync(log, made.Select(m => m.Key), cancellationToken);
        await transaction.InsertManyAsync(
            "customers_directory (number, type, folded, events, first_seen, last_seen, last_slot, through)",
            "",
            [
                Column(made, r => r.Key), Column(made, r => Types[r.Value.Type]), Column(made, r => Folding.Fold(ids.GetValueOrDefault(r.Key, ""))),
                Column(made, r => r.Value.Events), Column(made, r => r.Value.First), Column(made, r => r.Value.Last), Column(made, r => r.Value.Last / Slot),
                Column(made, _ => target),
            ],
            cancellationToken);
    }

    private static Task SaveAsync(DbTransaction transaction, IExperienceLog log, (long Number, int Unit)[] units, CancellationToken cancellationToken) => transaction.InsertManyAsync(
        "customers_units (number, unit)", "ON CONFLICT DO NOTHING", [Array.ConvertAll(units, u => u.Number), Array.ConvertAll(units, u => log.Names.Unit(u.Unit))], cancellationToken);

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
