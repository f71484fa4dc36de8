using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Cycles;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Write;

/// <summary>Cycles belong to the organization: whoever manages all of it makes and closes them.</summary>
internal static class CycleEndpoints
{
    private const string Address = "/objectives/cycles";

    public static void MapCycles(this IEndpointRouteBuilder group)
    {
        group.MapPost("/cycles/deeds/add", AddAsync).WithName("AddObjectiveCycle");
        group.MapPost("/cycles/{code}/{deed}", DoAsync).WithName("ChangeObjectiveCycle");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        Cycle made = Parse(typed, new("", default, default));
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, ObjectiveKind.Cycle, await book.AddAsync(ObjectiveKind.Cycle, "C", made, person.Id, cancellationToken: cancellationToken), 1);
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null) || reader.Cycle(code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        Cycle after = deed switch
        {
            "save" => Parse(typed, kept.Value),
            "close" => kept.Value with { IsClosed = true, Learned = typed.Text("learned") },
            "reopen" => kept.Value with { IsClosed = false },
            _ => typed.Wrong("what", kept.Value),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, ObjectiveKind.Cycle, kept.Code, await book.SaveAsync(ObjectiveKind.Cycle, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static Cycle Parse(Typed typed, Cycle before)
    {
        Cycle read = before with { Name = typed.Line("name"), From = typed.NeededDay("from"), To = typed.NeededDay("to") };
        return typed.Fault is null && read.Days is < 1 or > Cycle.MostDays ? typed.Wrong("to", read) : read;
    }
}
