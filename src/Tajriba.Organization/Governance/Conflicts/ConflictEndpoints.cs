using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Conflicts;

/// <summary>What the page of conflicts posts to.</summary>
internal static class ConflictEndpoints
{
    private const string Address = "/governance/conflicts";

    public static void MapConflicts(this IEndpointRouteBuilder group)
    {
        group.MapPost("/conflicts/deeds/add", AddAsync).WithName("AddGovernanceConflict");
        group.MapPost("/conflicts/{code}/{deed}", DoAsync).WithName("ChangeGovernanceConflict");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string body = form["body"].ToString();
        if (!reader.ManagesBody(body))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var conflict = new Conflict(body, typed.Line("what"), typed.Text("parties"), typed.Person("owner"), reader.Today, typed.NeededDay("due"));
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, RecordKind.Conflict, await book.AddAsync(RecordKind.Conflict, "C", conflict, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (reader.Conflicts.FirstOrDefault(c => c.Code == code) is not { } kept || !reader.ManagesBody(kept.Value.Body))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        Conflict before = kept.Value;
        Conflict after = deed switch
        {
            // It may go to a body over which one has no rights oneself: that is what handing on is for.
            "escalate" when before.IsOpen => reader.Body(form["body"].ToString()) is { } to && to.Code != before.Body
                ? before with { Body = to.Code, DueOn = typed.NeededDay("due"), Escalations = [.. before.Escalations, new(before.Body, reader.Today)] }
                : typed.Wrong("body", before),
            "settle" when before.IsOpen => before with { Settlement = typed.Needed("text"), SettledOn = reader.Today },
            "reopen" when !before.IsOpen => before with { SettledOn = null, DueOn = reader.Today.AddDays(14) },
            _ => typed.Wrong("what", before),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, RecordKind.Conflict, kept.Code, await book.SaveAsync(RecordKind.Conflict, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }
}
