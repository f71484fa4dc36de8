namespace Tajriba.Organization.Governance.Policies;

/// <summary>Somebody has read an edition of a policy.</summary>
/// <param name="Policy">Code of the policy.</param>
/// <param name="Edition">Which edition.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="At">When they said so.</param>
public sealed record Acknowledgement(string Policy, int Edition, long Person, DateTimeOffset At);
