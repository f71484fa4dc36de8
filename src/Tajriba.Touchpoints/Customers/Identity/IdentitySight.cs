using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Customers.Directory;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Whether the person at hand may see a customer: all of one that had anything to do with a unit of theirs.</summary>
public sealed class IdentitySight(Identities identities, ObjectDirectory directory, ICurrentPerson person)
{
    /// <summary>Whether an object's person is in sight under a permission.</summary>
    public async Task<bool> IsVisibleAsync(long objectNumber, Permission permission, CancellationToken cancellationToken = default) =>
        objectNumber > 0 && await directory.IsAnyVisibleAsync(
            await identities.MembersOfAsync(await identities.PersonOfAsync(objectNumber, cancellationToken), cancellationToken), person.ScopeOf(permission), cancellationToken);

    /// <summary>
    /// Whether two identifiers are in sight, at least one of them an object. An address or number is in the sight of whoever
    /// sees everything, else only beside an object that it is told of with.
    /// </summary>
    public async Task<bool> ArePairAsync(long a, long b, Permission permission, CancellationToken cancellationToken = default)
    {
        (long other, long one) = a < b ? (a, b) : (b, a);
        if (one <= 0 || one == other || !await IsVisibleAsync(one, permission, cancellationToken))
        {
            return false;
        }

        if (other > 0)
        {
            return await IsVisibleAsync(other, permission, cancellationToken);
        }

        return person.ScopeOf(permission).IsEverything
            ? await identities.FindAsync(other, cancellationToken) is not null
            : await identities.OfAsync(one, cancellationToken: cancellationToken) is { } identity
                && (identity.Links.Any(l => l.B.Node.Number == other) || identity.Decisions.Any(d => d.A.Node.Number == other));
    }
}
