using System.Data.Common;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Access;

internal sealed class People(
    PeopleRights rights, PeopleReader reader, AccessChanges changes, ILookupNormalizer normalizer, IAuditTrail audit, TimeProvider time) : IPeople
{
    private const string UserNameMarks = "@.-_+";

    public Task<IReadOnlyList<PersonSummary>> ListAsync(string? text, string? after, int limit, CancellationToken cancellationToken = default)
        => reader.ListAsync(rights.View, text, after is null ? null : normalizer.NormalizeName(after), limit, cancellationToken);

    public async Task<PersonSummary?> FindAsync(long id, CancellationToken cancellationToken = default)
        => await reader.FindAsync(id, cancellationToken) is { } person && PeopleRights.IsInside(rights.View, person.UnitCodes) ? person : null;

    public async Task<bool> MayManageAsync(long id, CancellationToken cancellationToken = default)
    {
        try
        {
            await rights.DemandAsync(id, cancellationToken);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    public async Task<AddedPerson> AddAsync(PersonDraft draft, CancellationToken cancellationToken = default)
    {
        long id = 0;
        var refusal = await changes.TryAsync(
            async (transaction, token) =>
            {
                Check(draft);
                if (!PeopleRights.IsInside(rights.Manage, draft.UnitCodes))
                {
                    throw new RefusedException(AccessRefusal.UnitUnknown);
                }

                var person = new Person
                {
                    UserName = draft.UserName,
                    NormalizedUserName = normalizer.NormalizeName(draft.UserName),
                    DisplayName = draft.DisplayName.Trim(),
                    SecurityStamp = Secrets.NewToken(),
                    CreatedAt = time.GetUtcNow(),
                };
                await PersonRow.InsertAsync(transaction, person, token);
                await AddUnitsAsync(transaction, person.Id, rights.Units(draft.UnitCodes), token);
                await AddGrantsAsync(transaction, person.Id, await rights.GrantsAsync(transaction, draft.Grants, token), token);
                await audit.RecordAsync(transaction, "people.add", $"person:{person.Id}", Details(draft), token);
                id = person.Id;
            },
            cancellationToken);
        return new(refusal is null ? id : 0, refusal);
    }

    public async Task<AccessRefusal?> ChangeAsync(long id, PersonDraft draft, CancellationToken cancellationToken = default)
        => await changes.TryAsync(
            async (transaction, token) =>
            {
                await rights.DemandAsync(id, token);
                var hadOne = await Administrators.AnyAsync(transaction, token);
                Check(draft);
                var before = await reader.FindAsync(id, token) ?? throw new RefusedException(AccessRefusal.Unknown);
                await PersonRow.RenameAsync(transaction, id, draft.UserName, normalizer.NormalizeName(draft.UserName), draft.DisplayName.Trim(), token);

                // What lies outside the editor's units is not the editor's to remove.
                var keptUnits = before.UnitCodes.Where(code => !rights.Manage.Contains(code)).ToList();
                var keptGrants = before.Grants.Where(grant => !rights.Manage.Contains(grant.UnitCode)).ToList();
                var units = rights.Units(draft.UnitCodes.Except(keptUnits, StringComparer.Ordinal).ToList());
                var grants = await rights.GrantsAsync(transaction, draft.Grants.Except(keptGrants).ToList(), token);
                await ClearAsync(transaction, id, before, keptUnits, keptGrants, token);
                await AddUnitsAsync(transaction, id, units, token);
                await AddGrantsAsync(transaction, id, grants, token);
                await Administrators.DemandKeptAsync(hadOne, transaction, token);
                await audit.RecordAsync(transaction, "people.change", $"person:{id}", Details(draft), token);
            },
            cancellationToken);

    public Task<AccessRefusal?> SetActiveAsync(long id, bool active, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                await rights.DemandAsync(id, token);
                var hadOne = await Administrators.AnyAsync(transaction, token);
                await transaction.Command(
                    "UPDATE access_persons SET is_active = @active, security_stamp = @stamp WHERE id = @id",
                    ("active", active ? 1 : 0), ("stamp", Secrets.NewToken()), ("id", id)).RunAsync(token);
                await transaction.Command("DELETE FROM access_links WHERE person_id = @id", ("id", id)).RunAsync(token);
                await OpenSessions.EndAllAsync(transaction, id, token);
                await Administrators.DemandKeptAsync(hadOne, transaction, token);
                await audit.RecordAsync(transaction, active ? "people.activate" : "people.deactivate", $"person:{id}", null, token);
            },
            cancellationToken);

    public Task<AccessRefusal?> SetPreferencesAsync(long id, ReaderPreferences preferences, CancellationToken cancellationToken = default)
        => changes.TryAsync(
            async (transaction, token) =>
            {
                rights.DemandSelf(id);
                await transaction.Command(
                    "UPDATE access_persons SET preferences = @preferences WHERE id = @id",
                    ("preferences", preferences.ToString()), ("id", id)).RunAsync(token);
                await audit.RecordAsync(transaction, "people.set-preferences", $"person:{id}", null, token);
            },
            cancellationToken);

    private static void Check(PersonDraft draft)
    {
        if (draft.UserName.Length is 0 or > 100 || !draft.UserName.All(mark => char.IsAsciiLetterOrDigit(mark) || UserNameMarks.Contains(mark)))
        {
            throw new RefusedException(AccessRefusal.UserNameInvalid);
        }

        if (string.IsNullOrWhiteSpace(draft.DisplayName))
        {
            throw new RefusedException(AccessRefusal.NameMissing);
        }

        if (draft.DisplayName.Length > 200)
        {
            throw new RefusedException(AccessRefusal.NameTooLong);
        }
    }

    private static async Task ClearAsync(
        DbTransaction transaction, long id, PersonSummary before, List<string> keptUnits, List<RoleGrant> keptGrants, CancellationToken cancellationToken)
    {
        foreach (var code in before.UnitCodes.Except(keptUnits, StringComparer.Ordinal))
        {
            await transaction.Command(
                "DELETE FROM access_memberships WHERE person_id = @id AND unit_id = (SELECT id FROM access_units WHERE code = @code)",
                ("id", id), ("code", code)).RunAsync(cancellationToken);
        }

        foreach (var grant in before.Grants.Except(keptGrants))
        {
            await transaction.Command(
                """
                DELETE FROM access_grants
                WHERE person_id = @id AND role_id = (SELECT id FROM access_roles WHERE code = @role)
                  AND COALESCE(unit_id, 0) = COALESCE((SELECT id FROM access_units WHERE code = @unit), 0)
                """,
                ("id", id), ("role", grant.Role), ("unit", grant.UnitCode ?? "")).RunAsync(cancellationToken);
        }
    }

    private static async Task AddUnitsAsync(DbTransaction transaction, long id, IReadOnlyList<long> units, CancellationToken cancellationToken)
    {
        foreach (var unit in units)
        {
            await transaction.Command(
                "INSERT INTO access_memberships (person_id, unit_id) VALUES (@id, @unit)", ("id", id), ("unit", unit)).RunAsync(cancellationToken);
        }
    }

    private static async Task AddGrantsAsync(
        DbTransaction transaction, long id, IReadOnlyList<(long Role, long? Unit)> grants, CancellationToken cancellationToken)
    {
        foreach (var (role, unit) in grants)
        {
            await transaction.Command(
                "INSERT INTO access_grants (person_id, role_id, unit_id) VALUES (@id, @role, @unit)",
                ("id", id), ("role", role), ("unit", unit)).RunAsync(cancellationToken);
        }
    }

    private static string Details(PersonDraft draft)
        => JsonSerializer.Serialize(new { units = draft.UnitCodes, roles = draft.Grants.Select(grant => new { role = grant.Role, unit = grant.UnitCode }) });
}
