using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Time;

/// <summary>What the page of time with customers posts to.</summary>
internal static class TimeEndpoints
{
    private const string Address = "/leadership/time";
    private const string Prefix = "T";

    public static void MapTime(this IEndpointRouteBuilder group)
    {
        group.MapPost("/time/deeds/add", AddAsync).WithName("AddCustomerTime");
        group.MapPost("/time/{code}/remove", RemoveAsync).WithName("RemoveCustomerTime");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string leader = form["leader"].ToString();
        if (!reader.WritesFor(leader))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        DateOnly on = typed.NeededDay("on");
        var spent = new CustomerTime(
            leader, typed.Of<TimeKind>("is"), on > reader.Today ? typed.Wrong("on", on) : on, typed.Amount("hours") is > 0 and <= CustomerTime.MostHours and var hours ? hours : typed.Wrong("hours", 0m),
            Counted(typed), typed.Text("learned"));
        if (typed.Fault is { } fault)
        {
            return Redirects.Wrong(Address, fault);
        }

        string code = await book.AddAsync(LeadershipKind.Time, Prefix, spent, person.Id, cancellationToken: cancellationToken);
        return Redirects.Saved(Address, LeadershipKind.Time, code, 1);
    }

    private static async Task<IResult> RemoveAsync(string code, IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => reader.Times.FirstOrDefault(t => t.Code == code) is not { } kept || !reader.WritesFor(kept.Value.Leader)
            ? TypedResults.NotFound()
            : Redirects.Saved(Address, LeadershipKind.Time, kept.Code, await book.SaveAsync<CustomerTime>(LeadershipKind.Time, kept.Code, Redirects.Seen(form), null, person.Id, cancellationToken: cancellationToken));

    private static int? Counted(Typed typed) => typed.Amount("count") switch
    {
        null => null,
        <= CustomerTime.MostCount and var count when count == decimal.Truncate(count) => (int)count,
        _ => typed.Wrong<int?>("count", null),
    };
}
