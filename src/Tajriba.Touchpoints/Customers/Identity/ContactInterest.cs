using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Identity looks into the attributes only where they may hold an address or a number.</summary>
internal sealed class ContactInterest : IAttributeInterest
{
    public bool Wants(ReadOnlySpan<byte> attributes) => ContactReader.MayHold(attributes);
}
