using Tajriba.Touchpoints.Capture.Sources;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Sources, by their names in the log, that verified the contact data in the traits that they tell.</summary>
/// <param name="Emails">Those whose addresses are verified, in their order.</param>
/// <param name="Phones">Those whose telephone numbers are.</param>
internal sealed record Vouching(IReadOnlyList<string> Emails, IReadOnlyList<string> Phones)
{
    /// <summary>What the configuration says of sources, and what stands on their pages.</summary>
    public static async Task<Vouching> OfAsync(IdentitySettings settings, SourceStore sources, CancellationToken cancellationToken)
    {
        IReadOnlyList<EventSource> vouching = await sources.VouchingAsync(cancellationToken);
        return new Vouching(Together(vouching.Where(s => s.VerifiesEmails)), Together(vouching.Where(s => s.VerifiesPhones)));

        IReadOnlyList<string> Together(IEnumerable<EventSource> some) =>
            [.. settings.VerifyingSources.Union(some.Select(s => s.LogName), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
