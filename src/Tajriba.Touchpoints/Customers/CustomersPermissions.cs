using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Customers;

public static class CustomersPermissions
{
    public const string ViewId = "customers.view";

    public const string IdentifyId = "customers.identify";

    /// <summary>Find customers and everything that happened with them.</summary>
    public static Permission View { get; } = new(ViewId);

    /// <summary>Decide that two identifiers are one customer, or never.</summary>
    public static Permission Identify { get; } = new(IdentifyId);
}
