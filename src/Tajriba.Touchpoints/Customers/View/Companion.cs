using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.View;

/// <param name="Known">An object met in the same events.</param>
/// <param name="Events">In how many.</param>
public sealed record Companion(KnownObject Known, long Events)
{
    /// <summary>Its page.</summary>
    public string Href => Known.Type == "customer" ? $"/customers/{Known.Number}" : $"/objects/{Uri.EscapeDataString(Known.Type)}/{Known.Number}";
}
