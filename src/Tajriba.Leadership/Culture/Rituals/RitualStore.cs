using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>On which days rituals were kept or missed. Every change is audited.</summary>
public sealed class RitualStore(IDatabase database, IAuditTrail audit)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Says whether rituals were kept on days; null takes back what was said.</summary>
    public Task MarkAsync(IReadOnlyList<(string Ritual, DateOnly On, bool? IsKept)> days, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        return database.WriteAsync(
            async (DbTransaction transaction, CancellationToken cancel) =>
            {
                foreach ((string ritual, DateOnly on, bool? isKept) in days)
                {
                    string day = on.ToString(DayFormat, CultureInfo.InvariantCulture);
                    await transaction.Command("DELETE FROM culture_ritual_days WHERE ritual_code = @ritual AND held_on = @day", ("ritual", ritual), ("day", day)).RunAsync(cancel);
                    if (isKept is { } kept)
                    {
                        await transaction.Command(
                            "INSERT INTO culture_ritual_days (ritual_code, held_on, is_kept) VALUES (@ritual, @day, @kept) ON CONFLICT (ritual_code, held_on) DO NOTHING", ("ritual", ritual), ("day", day), ("kept", kept ? 1 : 0)).RunAsync(cancel);
                    }

                    await audit.RecordAsync(transaction, "culture.ritual", "ritual:" + ritual, JsonSerializer.Serialize(new { day, kept = isKept }), cancel);
                }
            },
            cancellationToken);
    }

    /// <summary>What was said of the days since one.</summary>
    public async Task<IReadOnlyDictionary<(string Ritual, DateOnly On), bool>> SinceAsync(DateOnly from, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT ritual_code, held_on, is_kept FROM culture_ritual_days WHERE held_on >= @from", ("from", from.ToString(DayFormat, CultureInfo.InvariantCulture)))
            .ListAsync(r => ((r.GetString(0), DateOnly.ParseExact(r.GetString(1), DayFormat, CultureInfo.InvariantCulture)), r.GetInt32(2) == 1), cancellationToken)).ToDictionary();
    }
}
