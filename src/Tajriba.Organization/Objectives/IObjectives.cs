namespace Tajriba.Organization.Objectives;

/// <summary>How other rooms make objectives: of a road map, of a strategy.</summary>
public interface IObjectives
{
    /// <summary>Writes an objective down in the cycle that a day lies in; where there is none, in the current one.</summary>
    /// <param name="proposal">What is wanted.</param>
    /// <param name="by">Id of the person who wants it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Code of the objective, of the one that there is where the same origin was proposed before; null where there is no open cycle.</returns>
    Task<string?> ProposeAsync(ObjectiveProposal proposal, long by, CancellationToken cancellationToken = default);
}
