using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Map;

/// <summary>What the perspectives of the map post to.</summary>
internal static class PerspectiveEndpoints
{
    private const string Page = "/strategy/map";

    public static void MapPerspectives(this IEndpointRouteBuilder group) => group.MapPost("/deeds/perspective/{deed}", DoAsync).WithName("ChangeStrategyPerspective");

    private static async Task<IResult> DoAsync(string deed, IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Directs)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        PerspectiveList before = reader.Perspectives.Value;
        string key = form["key"].ToString();
        bool isThere = before.All.Any(p => p.Key == key);
        PerspectiveList after = deed switch
        {
            "add" when before.All.Count < PerspectiveList.Most => before.With(typed.Line("name")),
            "name" when isThere => before.Named(key, typed.Line("name")),
            "raise" when isThere => before.Raised(key),
            "remove" when isThere && before.All.Count > 1 => reader.Objectives.Any(o => before.Of(o.Value.Perspective).Key == key) ? typed.Wrong("perspective-used", before) : before.Without(key),
            _ => typed.Wrong("what", before),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(Page, fault)
            : Redirects.Saved(Page, StrategyBook.Perspectives, StrategyBook.Only, await book.SaveAsync(StrategyBook.Perspectives, StrategyBook.Only, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }
}
