using System.Data.Common;
using System.Text.Json;
using Microsoft.Extensions.Primitives;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

/// <summary>Changes units within what the person at hand may manage; outside a request the house itself acts, unlimited.</summary>
internal sealed class Units(UnitSnapshots snapshots, AccessChanges changes, CurrentPerson person, IAuditTrail audit) : IUnits
{
    private const string CodeMarks = "-_.:";

    public UnitTree Tree => snapshots.Tree;

    public IChangeToken Watch() => snapshots.Watch();

    public Task<AccessRefusal?> AddAsync(IReadOnlyList<NewUnit> units, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                foreach (var unit in units)
                {
                    await AddAsync(transaction, unit, token);
                }
            },
            cancellationToken);

    public Task<AccessRefusal?> RenameAsync(string code, LocalName name, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                var id = await OwnAsync(transaction, code, token);
                Check(name);
                await transaction.Command(
                    "UPDATE access_units SET name_en = @en, name_fa = @fa, name_ar = @ar WHERE id = @id",
                    ("en", name.En), ("fa", name.Fa), ("ar", name.Ar), ("id", id)).RunAsync(token);
                await audit.RecordAsync(transaction, "units.rename", $"unit:{code}", JsonSerializer.Serialize(name), token);
            },
            cancellationToken);

    public Task<AccessRefusal?> MoveAsync(string code, string? newParentCode, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                var id = await OwnAsync(transaction, code, token);
                var kind = await KindAsync(transaction, id, token);
                var parent = await ParentAsync(transaction, newParentCode, kind, token);
                for (var above = parent; above is { } current; above = await AboveAsync(transaction, current, token))
                {
                    if (current == id)
                    {
                        throw new RefusedException(AccessRefusal.ParentInsideUnit);
                    }
                }

                await transaction.Command("UPDATE access_units SET parent_id = @parent WHERE id = @id", ("parent", parent), ("id", id)).RunAsync(token);
                await audit.RecordAsync(transaction, "units.move", $"unit:{code}", JsonSerializer.Serialize(new { to = newParentCode }), token);
            },
            cancellationToken);

    private async Task AddAsync(DbTransaction transaction, NewUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Code.Length is 0 or > 64 || !unit.Code.All(mark => char.IsAsciiLetterOrDigit(mark) || CodeMarks.Contains(mark)))
        {
            throw new RefusedException(AccessRefusal.CodeInvalid);
        }

        Check(unit.Name);
        var parent = await ParentAsync(transaction, unit.ParentCode, unit.Kind, cancellationToken);
        if (await FindAsync(transaction, unit.Code, cancellationToken) is not null)
        {
            // Filling the house twice is harmless; a person who types a taken code must hear about it.
            if (!person.IsHouse)
            {
                throw new RefusedException(AccessRefusal.CodeTaken);
            }

            return;
        }

        await transaction.Command(
            "INSERT INTO access_units (code, kind, parent_id, name_en, name_fa, name_ar) VALUES (@code, @kind, @parent, @en, @fa, @ar)",
            ("code", unit.Code), ("kind", (int)unit.Kind), ("parent", parent),
            ("en", unit.Name.En), ("fa", unit.Name.Fa), ("ar", unit.Name.Ar)).RunAsync(cancellationToken);
        await audit.RecordAsync(transaction, "units.add", $"unit:{unit.Code}", null, cancellationToken);
    }

    private static void Check(LocalName name)
    {
        if (string.IsNullOrWhiteSpace(name.En))
        {
            throw new RefusedException(AccessRefusal.NameMissing);
        }

        if (name.En.Length > 200 || name.Fa?.Length > 200 || name.Ar?.Length > 200)
        {
            throw new RefusedException(AccessRefusal.NameTooLong);
        }
    }

    private bool MayManage(string? code) => person.IsHouse || person.ScopeOf(AccessPermissions.ManageUnits).Contains(code);

    private async Task<long> OwnAsync(DbTransaction transaction, string code, CancellationToken cancellationToken)
        => MayManage(code) && await FindAsync(transaction, code, cancellationToken) is { } id
            ? id
            : throw new RefusedException(AccessRefusal.Unknown);

    private async Task<long?> ParentAsync(DbTransaction transaction, string? code, UnitKind kind, CancellationToken cancellationToken)
    {
        if (!MayManage(code))
        {
            throw new RefusedException(AccessRefusal.ParentUnknown);
        }

        if (code is null)
        {
            return null;
        }

        var parent = await FindAsync(transaction, code, cancellationToken) ?? throw new RefusedException(AccessRefusal.ParentUnknown);
        return await KindAsync(transaction, parent, cancellationToken) <= kind ? parent : throw new RefusedException(AccessRefusal.KindOutsideParent);
    }

    private static Task<long?> FindAsync(DbTransaction transaction, string code, CancellationToken cancellationToken)
        => transaction.Command("SELECT id FROM access_units WHERE code = @code", ("code", code)).ScalarAsync<long?>(cancellationToken);

    private static Task<long?> AboveAsync(DbTransaction transaction, long id, CancellationToken cancellationToken)
        => transaction.Command("SELECT parent_id FROM access_units WHERE id = @id", ("id", id)).ScalarAsync<long?>(cancellationToken);

    private static async Task<UnitKind> KindAsync(DbTransaction transaction, long id, CancellationToken cancellationToken)
        => (UnitKind)(await transaction.Command("SELECT kind FROM access_units WHERE id = @id", ("id", id)).ScalarAsync<long?>(cancellationToken) ?? 0);
}
