namespace Tajriba.Leadership.Culture.Learning;

/// <summary>The part that somebody plays in what customers go through.</summary>
public enum ExperienceRole
{
    /// <summary>Advises and sells.</summary>
    SalesAdviser,

    /// <summary>Answers calls and messages.</summary>
    ContactAgent,

    /// <summary>Receives customers and their things.</summary>
    Receptionist,

    /// <summary>Does the work that customers came for.</summary>
    Technician,

    /// <summary>Hands over what was bought or mended.</summary>
    Delivery,

    /// <summary>Works out of customers' sight for those who serve them.</summary>
    BackOffice,

    /// <summary>Leads people who serve customers.</summary>
    Leader,
}
