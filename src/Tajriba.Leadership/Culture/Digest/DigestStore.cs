using System.Data.Common;
using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>Who gets the month by e-mail, and which month they got last.</summary>
public sealed class DigestStore(IDatabase database)
{
    /// <summary>Those who want it, by number, each with the first day of the month that they got last; null for none.</summary>
    public async Task<IReadOnlyDictionary<long, DateOnly?>> ReadersAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return (await connection.Command("SELECT person_id, month FROM culture_digest_readers")
            .ListAsync(r => (Id: r.GetInt64(0), Month: r.IsDBNull(1) ? (DateOnly?)null : DateOnly.ParseExact(r.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture)), cancellationToken)).ToDictionary(r => r.Id, r => r.Month);
    }

    /// <summary>Whether a person wants it.</summary>
    public async Task<bool> WantsAsync(long person, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT COUNT(*) FROM culture_digest_readers WHERE person_id = @person", ("person", person)).ScalarAsync<long>(cancellationToken) > 0;
    }

    /// <summary>Sends it to a person from now on, or not any more.</summary>
    public Task SetAsync(long person, bool wants, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            (transaction, cancel) => transaction.Command(
                wants ? "INSERT INTO culture_digest_readers (person_id) VALUES (@person) ON CONFLICT (person_id) DO NOTHING" : "DELETE FROM culture_digest_readers WHERE person_id = @person",
                ("person", person)).RunAsync(cancel),
            cancellationToken);

    /// <summary>Takes a month for a person, in the caller's transaction; false where they have it, or do not want it any more.</summary>
    public static async Task<bool> TakeAsync(DbTransaction transaction, long person, DateOnly month, CancellationToken cancellationToken = default)
        => await transaction.Command(
            "UPDATE culture_digest_readers SET month = @month WHERE person_id = @person AND (month IS NULL OR month < @month)",
            ("person", person), ("month", month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).RunAsync(cancellationToken) == 1;
}
