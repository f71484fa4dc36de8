using System.Data.Common;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

internal sealed partial class ExperienceLog
{
    private const string NumberOfObject = "select number from log_object where type = @type and id = @id";

    public async Task<long?> FindObjectAsync(string type, string id, CancellationToken cancellationToken = default)
    {
        var code = Names.FindObjectType(type);
        if (code == 0)
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(NumberOfObject, ("type", code), ("id", id)).ScalarAsync<long?>(cancellationToken);
    }

    public async Task<long?> FindObjectAsync(DbTransaction transaction, string type, string id, CancellationToken cancellationToken = default)
    {
        var code = Names.FindObjectType(type);
        return code == 0 ? null : await transaction.Command(NumberOfObject, ("type", code), ("id", id)).ScalarAsync<long?>(cancellationToken);
    }

    public async Task<IReadOnlyList<KnownObject>> GetObjectsAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var known = await ObjectsByNumberAsync(connection, numbers, cancellationToken);
        return [.. numbers.Where(known.ContainsKey).Select(n => known[n])];
    }

    public async Task<IReadOnlyList<KnownObject>> SearchObjectsAsync(string type, string idPrefix, int limit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var code = Names.FindObjectType(type);
        if (code == 0)
        {
            return [];
        }

        // Ids are compared by their bytes on both databases; the largest code point closes the range.
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "select number, id from log_object where type = @type and id >= @from and id < @to order by id limit @limit",
            ("type", code), ("from", idPrefix), ("to", idPrefix + "\U0010FFFF"), ("limit", Math.Min(limit, MaxRead)))
            .ListAsync(r => new KnownObject(r.GetInt64(0), type, r.GetString(1)), cancellationToken);
    }

    private async Task<Dictionary<long, KnownObject>> ObjectsByNumberAsync(DbConnection connection, IEnumerable<long> numbers, CancellationToken cancellationToken)
    {
        var known = new Dictionary<long, KnownObject>();
        foreach (var part in numbers.Distinct().Chunk(MaxParameters))
        {
            var rows = await InList(connection, "select number, type, id from log_object where number in (", part)
                .ListAsync(r => (r.GetInt64(0), r.GetInt32(1), r.GetString(2)), cancellationToken);
            foreach (var (number, type, id) in rows)
            {
                known.Add(number, new KnownObject(number, names.ObjectType(type), id));
            }
        }

        return known;
    }
}
