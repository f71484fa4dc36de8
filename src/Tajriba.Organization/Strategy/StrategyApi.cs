using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Strategy.Directions;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy;

/// <summary>The strategy for programs, to be read only: what the caller may see on the pages.</summary>
internal static class StrategyApi
{
    public static void MapStrategyApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/strategy").RequirePermission(StrategyPermissions.View).WithTags("Strategy").Parameters();
        api.MapGet("", Directions).WithName("GetStrategy").WithSummary("Vision, strategy and pillars of the organization and of the experience, and how far they are aligned.");
        api.MapGet("/map", MapAsync).WithName("GetStrategyMap").WithSummary("The strategy map: perspectives, objectives with their indicators, and links with what the figures say of them.");
    }

    private static IResult Directions(StrategyReader reader)
    {
        Alignment alignment = reader.Alignment;
        return TypedResults.Ok(new
        {
            organization = Told(reader.Direction(Side.Organization)),
            experience = Told(reader.Direction(Side.Experience)),
            alignment = new { share = alignment.Share, unsupported = alignment.Unsupported.Select(p => p.Code), unsupporting = alignment.Unsupporting.Select(p => p.Code) },
        });
    }

    private static async Task<IResult> MapAsync(StrategyReader reader, MapReader maps, CancellationToken cancellationToken)
    {
        StrategyMap map = await maps.ReadAsync(cancellationToken: cancellationToken);
        return TypedResults.Ok(new
        {
            perspectives = map.Perspectives.All.Select(p => new { p.Key, p.Name }),
            objectives = map.Objectives.Select(o => RecordAnswer.Of(o, ("reading", Told(map.Of(o.Value))), ("unlocks", reader.Links.Unlocks(o.Code).Select(s => s.Objective)))),
            links = map.Links.Select(l => new
            {
                l.Link.Cause, l.Link.Effect, months = l.Link.Lag, l.Link.Why, verdict = l.Verdict.ToString(), isContradicted = l.IsContradicted,
                correlation = EffectAnswer.Of(l.Relation?.Correlation), pairs = l.Relation?.Pairs, causeChange = EffectAnswer.Of(l.CauseChange), effectChange = EffectAnswer.Of(l.EffectChange),
            }),
        });
    }

    private static object Told((Direction Value, int Version) direction) => new
    {
        direction.Version, direction.Value.Vision, direction.Value.Strategy, direction.Value.Until, direction.Value.Principles,
        pillars = direction.Value.Pillars.Select(p => new { p.Code, p.Name, p.Text, p.Supports }),
    };

    private static object? Told(GaugeReading? reading) => reading is null ? null : new { value = EffectAnswer.Of(reading.Report.Value), reading.Target, status = reading.Status.ToString() };
}
