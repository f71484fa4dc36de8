using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Customers;

public static class CustomersPermissions
{
    public const string ViewId = "customers.view";

    /// <summary>Find customers and everything that happened with them.</summary>
    public static Permission View { get; } = new(ViewId);
}
