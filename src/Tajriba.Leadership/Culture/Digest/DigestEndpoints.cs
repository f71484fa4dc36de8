using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>Lets people have the month by e-mail, and leave it.</summary>
internal static class DigestEndpoints
{
    private const string Address = "/work-culture/digest";

    public static void MapDigest(this IEndpointRouteBuilder group) => group.MapPost("/digest/letters", SetAsync).WithName("WantCultureDigest");

    private static async Task<IResult> SetAsync(IFormCollection form, DigestStore store, IActingPersons persons, ICurrentPerson person, CancellationToken cancellationToken)
    {
        bool wants = form["wants"] == "true";
        if (wants && (await persons.FindAsync(person.Id, cancellationToken) is not { } reader || !DigestReaders.IsAddress(reader.UserName)))
        {
            return TypedResults.LocalRedirect(PageLink.With(Address, ("wrong", "address")));
        }

        await store.SetAsync(person.Id, wants, cancellationToken);
        return TypedResults.LocalRedirect(PageLink.With(Address, ("done", wants ? "subscribed" : "unsubscribed")));
    }
}
