using Tajriba.Kernel.Access;

namespace Tajriba.Touchpoints.Customers;

/// <summary>
/// A part of the customer's page that an outer layer fills (journeys, answers, cases). Register one as a service; the
/// page shows those whose permission the reader holds, ascending by <see cref="Order"/>.
/// </summary>
public interface ICustomerPageSlot
{
    int Order { get; }

    Permission Permission { get; }

    /// <summary>A component with a parameter <c>long ObjectNumber</c>. It writes its own card, or nothing.</summary>
    Type Component { get; }
}
