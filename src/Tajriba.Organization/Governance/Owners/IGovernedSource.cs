namespace Tajriba.Organization.Governance.Owners;

/// <summary>Tells of things of one kind that somebody should answer for, as far as the person at hand may see them. Registered as scoped.</summary>
public interface IGovernedSource
{
    Task<IReadOnlyList<Governed>> ListAsync(CancellationToken cancellationToken = default);
}
