using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Actions;

/// <summary>What lists of actions post to. Whoever has to do one says that it is done, whoever manages its body too.</summary>
internal static class ActionEndpoints
{
    private const string Address = "/governance/meetings";

    public static void MapActions(this IEndpointRouteBuilder group) => group.MapPost("/actions/deeds/add", AddAsync).WithName("AddGovernanceAction");

    /// <summary>What everybody who may read them may do.</summary>
    public static void MapOwnActions(this IEndpointRouteBuilder group) => group.MapPost("/actions/{code}/{deed}", DoAsync).WithName("ChangeGovernanceAction");

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string body = form["body"].ToString();
        string? meeting = form["meeting"].ToString() is { Length: > 0 } code ? code : null;
        if (!reader.ManagesBody(body) || (meeting is not null && reader.Meetings.All(m => m.Code != meeting || m.Value.Body != body)))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        string page = meeting is null ? Address : $"{Address}/{meeting}";
        var action = new ActionItem(body, typed.Line("what"), typed.Person("owner") ?? typed.Wrong("person", 0L), typed.NeededDay("due"), meeting);
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : await people.FindAsync(action.Owner, cancellationToken) is null ? Redirects.Wrong(page, "person")
            : Redirects.Saved(page, RecordKind.Action, await book.AddAsync(RecordKind.Action, "A", action, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (reader.Actions.FirstOrDefault(a => a.Code == code) is not { } kept || (kept.Value.Owner != person.Id && !reader.ManagesBody(kept.Value.Body)))
        {
            return TypedResults.NotFound();
        }

        string back = form["back"].ToString();
        string page = reader.Meetings.Any(m => m.Code == back) ? $"{Address}/{back}" : Address;
        ActionItem? after = deed switch
        {
            "done" when kept.Value.IsOpen => kept.Value with { DoneOn = reader.Today },
            "reopen" when !kept.Value.IsOpen => kept.Value with { DoneOn = null },
            _ => null,
        };
        return after is null ? Redirects.Wrong(page, "what")
            : Redirects.Saved(page, RecordKind.Action, kept.Code, await book.SaveAsync(RecordKind.Action, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }
}
