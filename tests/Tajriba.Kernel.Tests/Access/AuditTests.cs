using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Access;

public sealed class SqliteAuditTests() : AuditTests(DatabaseProvider.Sqlite);

public sealed class PostgresAuditTests() : AuditTests(DatabaseProvider.Postgres);

public abstract class AuditTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task An_entry_lives_and_dies_with_the_change_it_tells_of()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var database = house.Database.Get<IDatabase>();
        var trail = house.Database.Get<IAuditTrail>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async (transaction, cancel) =>
        {
            await trail.RecordAsync(transaction, "test.lost", "thing:1", null, cancel);
            throw new InvalidOperationException("changed my mind");
        }));
        var admin = await house.AddAsync("admin", BuiltInRoles.Administrator, null);
        await house.AsAsync(admin, () => database.WriteAsync(async (transaction, cancel) =>
        {
            await trail.RecordAsync(transaction, "test.kept", "thing:2", """{"n":1}""", cancel);
            return 0;
        }));
        var entries = await house.AsAsync(admin, () => house.Database.Get<IAuditReader>().ReadAsync(new() { Action = "test." }, 10));
        var entry = Assert.Single(entries);
        Assert.Equal(("test.kept", "thing:2", """{"n":1}""", admin), (entry.Action, entry.Subject, entry.Details, entry.PersonId));
        Assert.Equal(house.Time.GetUtcNow(), entry.At);
    }

    [SkippableTheory]
    [InlineData("UPDATE access_audit_entries SET action = 'x'")]
    [InlineData("DELETE FROM access_audit_entries")]
    public async Task No_entry_is_ever_changed_or_deleted(string attempt)
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var database = house.Database.Get<IDatabase>();
        await Assert.ThrowsAnyAsync<DbException>(() => database.WriteAsync((transaction, cancel) => transaction.Command(attempt).RunAsync(cancel)));
        Assert.Equal(6, (await house.Database.Get<IAuditReader>().ReadAsync(new(), 100)).Count);
    }

    [SkippableFact]
    public async Task Entries_are_filtered_and_paged_newest_first()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var reader = house.Database.Get<IAuditReader>();
        house.Time.Advance(TimeSpan.FromHours(1));
        var middle = house.Time.GetUtcNow();
        Assert.Null(await house.Units.RenameAsync("n1", new("Renamed")));
        Assert.Equal(["unit:n1"], (await reader.ReadAsync(new() { From = middle }, 10)).Select(entry => entry.Subject));
        Assert.Equal(6, (await reader.ReadAsync(new() { To = middle }, 10)).Count);
        var first = await reader.ReadAsync(new(), 3);
        var rest = await reader.ReadAsync(new() { BeforeId = first[^1].Id }, 10);
        Assert.Equal(7, first.Concat(rest).Select(entry => entry.Id).Distinct().Count());
        Assert.Equal("units.rename", first[0].Action);
        Assert.Equal(["units.add", "units.rename"], await reader.ActionsAsync());
    }

    [SkippableFact]
    public async Task No_entry_names_a_person_and_none_is_read_by_whoever_sees_a_part_only()
    {
        await using var house = await AccessHouse.BuildAsync(provider);
        var id = (await house.People.AddAsync(new("sara@x.example", "Sara Example", ["n1"], [new(BuiltInRoles.Manager, "n1")]))).Id;
        await house.People.ChangeAsync(id, new("sara2@x.example", "Sara Other", ["n1"], [new(BuiltInRoles.Manager, "n1")]));
        var entries = await house.Database.Get<IAuditReader>().ReadAsync(new(), 100);
        Assert.DoesNotContain(entries, entry => $"{entry.Subject}{entry.Details}".Contains("sara", StringComparison.OrdinalIgnoreCase));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => house.AsAsync(id, () => house.Database.Get<IAuditReader>().ReadAsync(new(), 10)));
    }
}
