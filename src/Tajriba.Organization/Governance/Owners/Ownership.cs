namespace Tajriba.Organization.Governance.Owners;

/// <summary>Who answers for something.</summary>
/// <param name="Person">Id of the person.</param>
public sealed record Ownership(long Person);
