using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Capture;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What the customer's page posts to, and <c>/api/v1/customers</c>.</summary>
internal static class IdentityEndpoints
{
    public static void MapIdentity(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder pages = routes.MapGroup("/customers/identity").RequirePermission(CustomersPermissions.Identify).ExcludeFromDescription();
        pages.MapPost("/decide", DecideAsync).WithName("DecideIdentity");
        pages.MapPost("/join", JoinAsync).WithName("JoinIdentity");

        RouteGroupBuilder api = routes.MapGroup("/api/v1/customers").WithTags("Customers");
        api.MapGet("/{number:long}/identity", GetAsync).RequirePermission(CustomersPermissions.View).WithName("GetIdentity")
            .WithSummary("The identifiers of the person behind a customer or visitor, and why they are one.").Parameters("skip");
        api.MapGet("/identity", ChainAsync).RequirePermission(CustomersPermissions.View).WithName("GetIdentityChain")
            .WithSummary("How one identifier leads to another.").Parameters("a", "b");
        api.MapPost("/identity", PostAsync).RequirePermission(CustomersPermissions.Identify).WithName("PostIdentityDecision")
            .WithSummary("Decides of two identifiers: they are the same, never the same, or neither.").DisableAntiforgery().Parameters();
    }

    private static async Task<IResult> DecideAsync(IFormCollection form, IdentityHand hand, IdentitySight sight, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!Number(form, "a", out long a) || !Number(form, "b", out long b) || !Enum.TryParse(form["decision"], ignoreCase: true, out HandDecision decision) || !Enum.IsDefined(decision)
            || !await sight.ArePairAsync(a, b, CustomersPermissions.Identify, cancellationToken)
            || await hand.DecideAsync(decision, a, b, person.Id, cancellationToken) is not { } before)
        {
            return TypedResults.NotFound();
        }

        return Done(Number(form, "page", out long page) ? page : Math.Max(a, b), decision, a, b, before);
    }

    private static async Task<IResult> JoinAsync(IFormCollection form, IdentityHand hand, IdentitySight sight, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!Number(form, "number", out long number) || !await sight.IsVisibleAsync(number, CustomersPermissions.Identify, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        return await hand.FindAsync(form["identifier"].ToString(), cancellationToken) is { } other
            && await sight.ArePairAsync(number, other, CustomersPermissions.Identify, cancellationToken)
            && await hand.DecideAsync(HandDecision.Same, number, other, person.Id, cancellationToken) is { } before
                ? Done(number, HandDecision.Same, number, other, before)
                : TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/customers/{number}?wrong=identifier#identity"));
    }

    /// <summary>Back to the page, which says what was done and offers what held before.</summary>
    private static IResult Done(long page, HandDecision decision, long a, long b, HandDecision before) => TypedResults.LocalRedirect(
        string.Create(CultureInfo.InvariantCulture, $"/customers/{page}?done={decision.ToString().ToLowerInvariant()}&a={a}&b={b}&was={before.ToString().ToLowerInvariant()}"));

    private static async Task<IResult> GetAsync(long number, uint? skip, Identities identities, IdentitySight sight, CancellationToken cancellationToken) =>
        await sight.IsVisibleAsync(number, CustomersPermissions.View, cancellationToken)
            ? TypedResults.Ok(IdentityAnswer.Of(number, await identities.OfAsync(number, (int)Math.Min(skip ?? 0, int.MaxValue), cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<IResult> ChainAsync(long a, long b, Identities identities, IdentitySight sight, CancellationToken cancellationToken) =>
        await sight.ArePairAsync(a, b, CustomersPermissions.View, cancellationToken) && await identities.OfAsync(a, cancellationToken: cancellationToken) is { } identity
            ? TypedResults.Ok(new { same = await identities.PersonOfAsync(b, cancellationToken) == identity.Person, chain = IdentityChain.Between(identity, a, b).Select(IdentityAnswer.Of) })
            : TypedResults.NotFound();

    private static async Task<IResult> PostAsync(DecisionBody body, IdentityHand hand, IdentitySight sight, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse(body.Decision, ignoreCase: true, out HandDecision decision) || !Enum.IsDefined(decision))
        {
            return TypedResults.Problem("decision: one of same, never, none.", statusCode: StatusCodes.Status400BadRequest);
        }

        return await sight.ArePairAsync(body.A, body.B, CustomersPermissions.Identify, cancellationToken) && await hand.DecideAsync(decision, body.A, body.B, person.Id, cancellationToken) is { } before
            ? TypedResults.Ok(new { was = before.ToString().ToLowerInvariant() })
            : TypedResults.NotFound();
    }

    private static bool Number(IFormCollection form, string field, out long number) =>
        long.TryParse(form[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}
