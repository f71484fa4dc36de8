namespace Tajriba.Organization.Governance.Charges;

/// <summary>What is wrong with the parts in one thing.</summary>
public enum ChargeFault
{
    /// <summary>Nobody has any part.</summary>
    Nothing,

    /// <summary>Nobody answers for it.</summary>
    NoAccountable,

    /// <summary>Several answer for it, so that nobody does.</summary>
    ManyAccountable,

    /// <summary>Nobody does the work.</summary>
    NoResponsible,

    /// <summary>More are asked before than can be asked.</summary>
    ManyConsulted,
}
