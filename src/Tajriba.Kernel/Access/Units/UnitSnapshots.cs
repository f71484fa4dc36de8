using Microsoft.Extensions.Primitives;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Keeps the tree in memory and reads it again after a change.</summary>
internal sealed class UnitSnapshots(IDatabase database, AccessSignal signal)
{
    private Snapshot? last;

    public UnitTree Tree
    {
        get
        {
            var snapshot = Volatile.Read(ref last);
            if (snapshot is null || snapshot.Token.HasChanged)
            {
                // The token is taken before the rows, so that a change in between makes the next reader look again.
                var token = signal.Token;
                snapshot = new(Blocking.Wait(() => ReadAsync(CancellationToken.None)), token);
                Volatile.Write(ref last, snapshot);
            }

            return snapshot.Tree;
        }
    }

    public IChangeToken Watch() => signal.Token;

    private async Task<UnitTree> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        return new(await connection
            .Command("SELECT id, code, kind, parent_id, name_en, name_fa, name_ar FROM access_units")
            .ListAsync(row => new Unit(row.GetInt64(0), row.GetString(1), (UnitKind)row.GetInt32(2), row.Number(3), row.Name(4)), cancellationToken)
            .ConfigureAwait(false));
    }

    private sealed record Snapshot(UnitTree Tree, IChangeToken Token);
}
