using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Experience.Journeys.Follow;

/// <summary>Puts a customer's journeys on the customer's page.</summary>
internal sealed class CustomerJourneysSlot : ICustomerPageSlot
{
    public int Order => 10;

    public Permission Permission => JourneyPermissions.View;

    public Type Component => typeof(CustomerJourneys);
}
