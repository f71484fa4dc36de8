using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Takes the decisions of persons: an event in the log and a line in the audit trail, together. What is decided is never lost and always undone by deciding again.</summary>
public sealed class IdentityHand(IDatabase database, IExperienceLog log, Identities identities, IdentityLearner learner, IdentitySettings settings, IAuditTrail audit, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Decides of two identifiers and waits a moment until it shows. Answers what held before, or null where one of the two is unknown or neither is an object.</summary>
    /// <param name="decision">What holds from now on.</param>
    /// <param name="a">Number of one.</param>
    /// <param name="b">Number of the other.</param>
    /// <param name="personId">Who decides.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<HandDecision?> DecideAsync(HandDecision decision, long a, long b, long personId, CancellationToken cancellationToken = default)
    {
        if (a == b || Math.Max(a, b) <= 0 || await NodeAsync(Math.Max(a, b), cancellationToken) is not { } one || await NodeAsync(Math.Min(a, b), cancellationToken) is not { } other)
        {
            return null;
        }

        // Where the read model lags, what was decided a moment ago may not show yet: deciding twice does no harm, dropping would.
        long head = log.Head;
        bool isCurrent = await learner.ReachedAsync(cancellationToken) >= head;
        HandDecision before = await identities.DecisionOfAsync(a, b, cancellationToken);
        if (before == decision && isCurrent)
        {
            return before;
        }

        NewEvent item = HandEvents.Make(decision, one, other, personId, clock.GetUtcNow());
        AppendResult told = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                string details = JsonSerializer.Serialize(new { a = one.Number, b = other.Number });
                await audit.RecordAsync(transaction, ActionOf(decision), "customer:" + one.Number.ToString(CultureInfo.InvariantCulture), details, cancel);
                return await log.AppendAsync(transaction, [item], cancel);
            },
            cancellationToken);
        await UntilAsync(told.LastPosition, cancellationToken);
        return before;
    }

    /// <summary>The identifier that a person typed: a customer's, else a visitor's, else an address or number; null where none is known by it.</summary>
    public async Task<long?> FindAsync(string typed, CancellationToken cancellationToken = default)
    {
        string text = typed.Trim();
        return await log.FindObjectAsync("customer", text, cancellationToken)
            ?? await log.FindObjectAsync("visitor", text, cancellationToken)
            ?? (EmailAddress.Canonical(text) is { } email ? await identities.ContactAsync(IdentifierKind.Email, email, cancellationToken)
                : settings.Phone.Canonical(text) is { } phone ? await identities.ContactAsync(IdentifierKind.Phone, phone, cancellationToken)
                : null);
    }

    private static string ActionOf(HandDecision decision) => decision switch
    {
        HandDecision.Same => "customers.join",
        HandDecision.Never => "customers.keep-apart",
        _ => "customers.take-back",
    };

    private async Task<IdentityNode?> NodeAsync(long number, CancellationToken cancellationToken)
    {
        if (number <= 0)
        {
            return (await identities.FindAsync(number, cancellationToken))?.Node;
        }

        return (await log.GetObjectsAsync([number], cancellationToken)) switch
        {
            [{ Type: "customer" } known] => new IdentityNode(number, IdentifierKind.Customer, known.Id),
            [{ Type: "visitor" } known] => new IdentityNode(number, IdentifierKind.Visitor, known.Id),
            _ => null,
        };
    }

    /// <summary>The page that follows shall show it; when the read model is far behind, a later look will.</summary>
    private async Task UntilAsync(long position, CancellationToken cancellationToken)
    {
        long begun = clock.GetTimestamp();
        while (await learner.ReachedAsync(cancellationToken) < position && clock.GetElapsedTime(begun) < Patience)
        {
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }
}
