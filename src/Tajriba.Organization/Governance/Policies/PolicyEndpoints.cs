using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Policies;

/// <summary>What the pages of policies post to.</summary>
internal static class PolicyEndpoints
{
    private const string Address = "/governance/policies";

    public static void MapPolicies(this IEndpointRouteBuilder group)
    {
        group.MapPost("/policies/deeds/add", AddAsync).WithName("AddGovernancePolicy");
        group.MapPost("/policies/{code}/{deed}", DoAsync).WithName("ChangeGovernancePolicy");
    }

    /// <summary>What everybody who may read them may do.</summary>
    public static void MapAcknowledgements(this IEndpointRouteBuilder group) => group.MapPost("/policies/{code}/acknowledge", AcknowledgeAsync).WithName("AcknowledgeGovernancePolicy");

    private static async Task<IResult> AcknowledgeAsync(string code, IFormCollection form, GovernanceReader reader, AcknowledgementStore store, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (reader.Policies.FirstOrDefault(p => p.Code == code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        // Whoever has read an older edition has not read this one.
        string page = $"{Address}/{kept.Code}";
        if (!kept.Value.Holds || form["edition"].ToString() != kept.Value.Edition.ToString(System.Globalization.CultureInfo.InvariantCulture))
        {
            return Redirects.Wrong(page, "meanwhile");
        }

        await store.AddAsync(kept.Code, kept.Value.Edition, person.Id, cancellationToken);
        return TypedResults.LocalRedirect(page + "?done=acknowledged");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        var policy = new Policy(typed.Line("title"), typed.Needed("text"), typed.Unit("unit", units.Tree), 0, null);
        return !reader.Manages(policy.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, RecordKind.Policy, book.AddAsync(RecordKind.Policy, "L", policy, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Policies.FirstOrDefault(p => p.Code == code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Policy before = kept.Value;
        Policy after = deed switch
        {
            "save" => before with { Title = typed.Line("title"), Text = typed.Needed("text"), Unit = typed.Unit("unit", units.Tree), Edition = before.Edition + 1, HoldsFrom = reader.Today, IsWithdrawn = false },
            "draft" when before.Edition == 0 => before with { Title = typed.Line("title"), Text = typed.Needed("text"), Unit = typed.Unit("unit", units.Tree) },
            "withdraw" => before with { IsWithdrawn = true },
            _ => typed.Wrong("what", before),
        };
        return !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, RecordKind.Policy, kept.Code, await book.SaveAsync(RecordKind.Policy, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }
}
