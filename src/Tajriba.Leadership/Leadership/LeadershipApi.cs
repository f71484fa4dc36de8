using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Leadership.Leadership.Wins;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership;

/// <summary>Leadership for programs, to be read only: what the caller may see on the pages.</summary>
internal static class LeadershipApi
{
    public static void MapLeadershipApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/leadership").RequirePermission(LeadershipPermissions.View).WithTags("Leadership");
        api.MapGet("/leaders", Leaders).Parameters().WithName("ListLeaders").WithSummary("Leaders with the share of commitments kept (95% interval, Wilson) and hours with customers by month.");
        api.MapGet("/leaders/{code}", LeaderAsync).Parameters().WithName("GetLeader").WithSummary("One leader's scorecard, also with decisions overdue and indicators answered for, as far as the caller may see them.");
        api.MapGet("/commitments", Commitments).Parameters().WithName("ListCommitments").WithSummary("Public commitments with due day, evidence and what became of them.");
        api.MapGet("/times", Times).Parameters().WithName("ListCustomerTimes").WithSummary("Time that leaders spent with customers, the latest first.");
        api.MapGet("/portfolio", Plan).Parameters("budget", "by", "with", "without").WithName("GetPortfolio")
            .WithSummary("The best choice within a budget, exact (budget: an amount; by: effect or weights; with, without: codes that are taken or left whatever they bring).");
        api.MapGet("/wins", Wins).Parameters().WithName("ListWins").WithSummary("Quick wins, begun and done.");
        api.MapGet("/wins/{code}", WinAsync).Parameters().WithName("GetWin").WithSummary("One quick win with its figure before and after.");
    }

    private static IResult Leaders(ScorecardReader cards) => TypedResults.Ok(new { leaders = cards.All().Select(c => RecordAnswer.Of(c.Kept, [.. Told(c)])) });

    private static async Task<IResult> LeaderAsync(string code, LeadershipReader reader, ScorecardReader cards, CancellationToken cancellationToken)
    {
        if (reader.Leader(code) is not { } leader)
        {
            return RecordAnswer.None();
        }

        Scorecard card = await cards.OfAsync(leader, cancellationToken);
        return TypedResults.Ok(RecordAnswer.Of(
            leader,
            [
                .. Told(card), ("decisionsOverdue", card.Decisions?.Select(d => d.Code)),
                ("indicators", card.Indicators?.Select(i => new { i.Definition.Key, value = EffectAnswer.Of(i.Value), change = EffectAnswer.Of(i.Change) })),
            ]));
    }

    private static IResult Commitments(LeadershipReader reader)
        => TypedResults.Ok(new { commitments = reader.Commitments.Select(c => RecordAnswer.Of(c, ("isOverdue", c.Value.IsOverdue(reader.Today)))) });

    private static IResult Times(LeadershipReader reader) => TypedResults.Ok(new { times = RecordAnswer.Of(reader.Times) });

    private static IResult Plan(HttpRequest request, LeadershipReader reader, Read read)
    {
        (string budget, string by) = (request.Query["budget"].ToString(), request.Query["by"].ToString());
        WhatIf asked = WhatIf.Of(budget, by, request.Query["with"], request.Query["without"], read);
        string? fault = budget.Length > 0 && asked.Budget is null ? "'budget' is an amount, 0 or more."
            : by is not ("" or "effect" or "weights") ? "'by' is effect or weights."
            : asked.With.Concat(asked.Without).FirstOrDefault(c => reader.Candidate(c) is null) is { } unknown ? $"There is no initiative '{unknown}' to take or leave."
            : null;
        if (fault is not null)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        PortfolioPlan plan = PortfolioPlan.Of(reader.Candidates, asked.Budget ?? PortfolioPlan.UsualBudget(reader.Candidates, reader.Judgement.Value), asked, reader.Judgement.Value);
        return TypedResults.Ok(new
        {
            plan.Budget, plan.Cost, plan.Effect, isPossible = plan.Choice is not null,
            initiatives = plan.Items.Select(i => RecordAnswer.Of(i.Kept, ("worth", i.Worth), ("isChosen", i.IsChosen))),
        });
    }

    private static IResult Wins(LeadershipReader reader) => TypedResults.Ok(new { wins = RecordAnswer.Of(reader.Wins) });

    private static async Task<IResult> WinAsync(string code, LeadershipReader reader, EffectReader effects, CancellationToken cancellationToken)
        => reader.Wins.FirstOrDefault(w => w.Code == code) is { } kept
            ? TypedResults.Ok(RecordAnswer.Of(kept, ("effect", EffectAnswer.Of(await effects.OfAsync(kept.Value.Effect, cancellationToken)))))
            : RecordAnswer.None();

    private static (string Name, object? Value)[] Told(Scorecard card) =>
    [
        ("commitments", new
        {
            card.Commitments.Kept, card.Commitments.Late, card.Commitments.Broken, card.Commitments.Overdue, card.Commitments.Withdrawn, card.Commitments.Open,
            share = EffectAnswer.Of(card.Commitments.Share), isEnough = card.Commitments.IsEnough,
        }),
        ("months", card.Months.Select(m => new { from = m.Days.From, to = m.Days.To, m.Hours, m.Expected, m.IsOver })),
    ];
}
