namespace Tajriba.Kernel.Access;

/// <summary>People for whom the house acts by itself: writes their digest, tells them of a signal. For jobs, never for requests.</summary>
public interface IActingPersons
{
    /// <summary>The person as they stand now; null where there is none, or they may not sign in any more.</summary>
    Task<ActingPerson?> FindAsync(long id, CancellationToken cancellationToken = default);
}
