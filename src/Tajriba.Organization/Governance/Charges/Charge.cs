namespace Tajriba.Organization.Governance.Charges;

/// <summary>A person's part in something: RACI.</summary>
public enum Charge
{
    /// <summary>Does the work.</summary>
    Responsible,

    /// <summary>Answers for it; exactly one.</summary>
    Accountable,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told afterwards.</summary>
    Informed,
}
