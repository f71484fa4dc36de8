using System.Data.Common;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>
/// Hears the log and keeps who is who. It stands where its own tables stand: a portion of the log and the position behind it
/// commit together. Under other settings than before, or where other sources verify what they tell, it starts anew.
/// </summary>
public sealed class IdentityLearner(IDatabase database, IdentitySettings settings, SourceStore sources) : ILogSubscriber
{
    private const int Portion = 50_000;

    /// <summary>Events that are read in one go.</summary>
    private const int Step = 2_000;

    /// <summary>Links after which a portion ends before its time: few enough that other writers get their turn.</summary>
    private const int Facts = 1_000;

    public string Name => "customers.identity";

    /// <summary>Who decides of identifiers waits to see it.</summary>
    public TimeSpan LongestRest => TimeSpan.FromSeconds(2);

    /// <summary>Events to a portion at most; the result does not depend on it.</summary>
    public int PortionSize { get; init; } = Portion;

    public async Task<long> HandleAsync(IExperienceLog log, long afterPosition, CancellationToken cancellationToken)
    {
        Vouching vouching = await Vouching.OfAsync(settings, sources, cancellationToken);
        string fingerprint = settings.Fingerprint(vouching);
        long stood = await StoodAsync(fingerprint, cancellationToken);
        while (true)
        {
            // The head first: its names are known then.
            long last = Math.Min(log.Head, stood + PortionSize);
            var portion = new IdentityPortion(log.Names, settings, vouching);
            long reached = Read(log, stood, last, portion, cancellationToken);
            if (reached > stood)
            {
                await database.WriteAsync((transaction, cancel) => SaveAsync(transaction, log, stood, reached, fingerprint, portion, cancel), cancellationToken);
            }

            if (reached > afterPosition || reached <= stood)
            {
                return reached;
            }

            stood = reached;
        }
    }

    private static long Read(IExperienceLog log, long stood, long last, IdentityPortion portion, CancellationToken cancellationToken)
    {
        long reached = stood;
        while (reached < last && portion.Facts < Facts)
        {
            reached = log.ScanWanted(reached, Math.Min(last, reached + Step), portion.Add, cancellationToken);
        }

        return reached;
    }

    public Task ResetAsync(CancellationToken cancellationToken) => database.WriteAsync(ForgetAsync, cancellationToken);

    /// <summary>How far the tables follow the log.</summary>
    public async Task<long> ReachedAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT position FROM customers_identity_position WHERE id = 1").ScalarAsync<long>(cancellationToken);
    }

    private async Task SaveAsync(
        DbTransaction transaction, IExperienceLog log, long stood, long reached, string fingerprint, IdentityPortion portion, CancellationToken cancellationToken)
    {
        if (await transaction.Command("SELECT position FROM customers_identity_position WHERE id = 1").ScalarAsync<long>(cancellationToken) != stood)
        {
            return;
        }

        await transaction.Command(
            "INSERT INTO customers_identity_position (id, position, settings) VALUES (1, @reached, @settings) ON CONFLICT (id) DO UPDATE SET position = excluded.position, settings = excluded.settings",
            ("reached", reached), ("settings", fingerprint)).RunAsync(cancellationToken);
        await new IdentityWriter(transaction, log, settings).ApplyAsync(portion, cancellationToken);
    }

    private static async Task ForgetAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.Command("DELETE FROM customers_identity").RunAsync(cancellationToken);
        await transaction.Command("DELETE FROM customers_links").RunAsync(cancellationToken);
        await transaction.Command("DELETE FROM customers_decisions").RunAsync(cancellationToken);
        await transaction.Command("DELETE FROM customers_identity_position").RunAsync(cancellationToken);
    }

    private async Task<long> StoodAsync(string fingerprint, CancellationToken cancellationToken)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        List<(long Position, string Settings)> rows = await connection.Command("SELECT position, settings FROM customers_identity_position WHERE id = 1")
            .ListAsync(r => (r.GetInt64(0), r.GetString(1)), cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        if (rows[0].Settings == fingerprint)
        {
            return rows[0].Position;
        }

        await ResetAsync(cancellationToken);
        return 0;
    }
}
