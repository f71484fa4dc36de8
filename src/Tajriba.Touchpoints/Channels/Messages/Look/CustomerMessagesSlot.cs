using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Customers;

namespace Tajriba.Touchpoints.Channels.Messages.Look;

/// <summary>Puts a customer's messages, and those that did not go out, on the customer's page.</summary>
internal sealed class CustomerMessagesSlot : ICustomerPageSlot
{
    public int Order => 40;

    public Permission Permission => ChannelsPermissions.View;

    public Type Component => typeof(CustomerMessages);
}
