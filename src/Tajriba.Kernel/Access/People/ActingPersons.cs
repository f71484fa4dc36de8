namespace Tajriba.Kernel.Access;

/// <inheritdoc />
internal sealed class ActingPersons(GrantReader grants, UnitSnapshots units) : IActingPersons
{
    public async Task<ActingPerson?> FindAsync(long id, CancellationToken cancellationToken = default)
        => await grants.FindAsync(id, cancellationToken) is { Person.IsActive: true } found ? new(found, units.Tree) : null;
}
