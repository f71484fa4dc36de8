using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Meetings;

/// <summary>What the pages of meetings post to.</summary>
internal static class MeetingEndpoints
{
    public const string HeldEvent = "Meeting Held";
    private const string Address = "/governance/meetings";

    public static void MapMeetings(this IEndpointRouteBuilder group)
    {
        group.MapPost("/meetings/deeds/add", AddAsync).WithName("AddGovernanceMeeting");
        group.MapPost("/meetings/{code}/{deed}", DoAsync).WithName("ChangeGovernanceMeeting");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, GovernanceBook book, GovernanceReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string body = form["body"].ToString();
        if (!reader.ManagesBody(body))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        Meeting meeting = Parse(typed, form, read, new(body, default, "", []));
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, RecordKind.Meeting, book.AddAsync(RecordKind.Meeting, "M", meeting, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(string code, string deed, IFormCollection form, GovernanceBook book, GovernanceReader reader, AgendaReader agendas, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (reader.Meetings.FirstOrDefault(m => m.Code == code) is not { } kept || !reader.ManagesBody(kept.Value.Body))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Meeting before = kept.Value;
        Meeting after = deed switch
        {
            "save" when before.State != MeetingState.Held => Parse(typed, form, read, before) with { State = MeetingState.Planned },
            "hold" => before with { State = MeetingState.Held, Minutes = typed.Text("minutes"), Attended = typed.People("attended"), Agenda = before.State == MeetingState.Held ? before.Agenda : await agendas.OfAsync(before, cancellationToken) },
            "cancel" when before.State == MeetingState.Planned => before with { State = MeetingState.Cancelled },
            _ => typed.Wrong("what", before),
        };
        int seen = Redirects.Seen(form);
        NewEvent? fact = after.State != MeetingState.Held || before.State == MeetingState.Held ? null : new NewEvent
        {
            Source = DecisionFacts.Source,
            Id = $"meeting-{kept.Code}-{seen + 1}",
            Name = HeldEvent,
            Time = before.At,
            Objects = [new("meeting", kept.Code)],
            Unit = reader.Body(before.Body)?.Value.Unit,
            Attributes = JsonSerializer.Serialize(new { meeting = kept.Code, body = before.Body, attended = after.Attended.Count }),
        };
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, RecordKind.Meeting, kept.Code, await book.SaveAsync(RecordKind.Meeting, kept.Code, seen, after, person.Id, fact, cancellationToken));
    }

    private static Meeting Parse(Typed typed, IFormCollection form, Read read, Meeting before)
        => before with { At = read.DateTime(form["at"].ToString()) ?? typed.Wrong("at", before.At), Place = typed.Optional("place"), Topics = typed.Lines("topics", 30) };
}
