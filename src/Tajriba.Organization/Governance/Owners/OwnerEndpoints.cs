using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Owners;

/// <summary>Owners: services and what their page posts to. They are named by whoever manages the whole organization.</summary>
internal static class OwnerEndpoints
{
    private const string Address = "/governance/owners";

    public static void AddOwners(this IServiceCollection services)
    {
        services.AddScoped<IGovernedSource, ExperienceSource>();
        services.AddScoped<OwnerBook>();
        services.AddScoped<PersonNames>();
    }

    public static void MapOwners(this IEndpointRouteBuilder group) => group.MapPost("/owners/save", SaveAsync).WithName("SetGovernanceOwner");

    private static async Task<IResult> SaveAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, OwnerBook owners, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null))
        {
            return TypedResults.NotFound();
        }

        string key = form["key"].ToString();
        if ((await owners.GovernedAsync(cancellationToken)).All(g => g.Key != key))
        {
            return Redirects.Wrong(Address, "what");
        }

        var typed = new Typed(form, read);
        long? owner = typed.Person("person");
        if (typed.Fault is not null || (owner is { } id && await people.FindAsync(id, cancellationToken) is null))
        {
            return Redirects.Wrong(Address, "person");
        }

        string page = PageLink.With(Address, ("of", form["of"].ToString() is { Length: < 20 } of ? of : null));
        return Redirects.Saved(page, RecordKind.Owner, key, await book.SaveAsync(RecordKind.Owner, key, Redirects.Seen(form), owner is null ? null : new Ownership(owner.Value), person.Id, cancellationToken: cancellationToken));
    }
}
