using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Strategy.Directions;

/// <summary>What the pages of directions post to.</summary>
internal static class DirectionEndpoints
{
    public static void MapDirections(this IEndpointRouteBuilder group)
    {
        group.MapPost("/deeds/direction", SaveAsync).WithName("SaveStrategyDirection");
        group.MapPost("/deeds/pillar", PillarAsync).WithName("SaveStrategyPillar");
        group.MapPost("/deeds/unpillar", RemoveAsync).WithName("RemoveStrategyPillar");
        group.MapPost("/deeds/restore", RestoreAsync).WithName("RestoreStrategyDirection");
    }

    /// <summary>The page of a side.</summary>
    public static string PageOf(Side side) => side == Side.Organization ? "/strategy/organization" : "/strategy/experience";

    private static Task<IResult> SaveAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
        => ChangeAsync(form, book, reader, person, read, (typed, before) => before with
        {
            Vision = typed.Needed("vision"),
            Strategy = typed.Text("strategy"),
            Until = typed.Day("until"),
            Principles = typed.Lines("principles", Direction.MostPrinciples),
        }, cancellationToken);

    private static Task<IResult> PillarAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
        => ChangeAsync(form, book, reader, person, read, (typed, before) =>
        {
            (string code, string name, string text) = (form["code"].ToString(), typed.Line("name"), typed.Text("text"));
            IReadOnlyList<string> supports = typed.Of<Side>("side") == Side.Experience
                ? [.. reader.Direction(Side.Organization).Value.Pillars.Select(p => p.Code).Intersect(form["supports"].OfType<string>(), StringComparer.Ordinal)] : [];
            return code.Length == 0 && before.Pillars.Count < Direction.MostPillars ? before.With(name, text, supports)
                : before.Pillars.Any(p => p.Code == code) ? before.With(new Pillar(code, name, text, supports)) : typed.Wrong("pillar", before);
        }, cancellationToken);

    private static Task<IResult> RemoveAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
        => ChangeAsync(form, book, reader, person, read, (typed, before) => before.Pillars.Any(p => p.Code == form["code"].ToString()) ? before.Without(form["code"].ToString()) : typed.Wrong("pillar", before), cancellationToken);

    /// <summary>Writes an older version down as the newest one.</summary>
    private static Task<IResult> RestoreAsync(IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
        => ChangeAsync(form, book, reader, person, read, (typed, before) =>
            int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version)
                && book.History(StrategyBook.Direction, typed.Of<Side>("side").ToString()).FirstOrDefault(v => v.Version == version)?.Body is { } body
                ? JsonSerializer.Deserialize<Direction>(body, RecordBook.Json)! with { LastPillar = before.LastPillar } : typed.Wrong("what", before), cancellationToken);

    private static async Task<IResult> ChangeAsync(
        IFormCollection form, StrategyBook book, StrategyReader reader, ICurrentPerson person, Read read, Func<Typed, Direction, Direction> change, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Side side = typed.Of<Side>("side");
        if (!reader.Directs || typed.Fault is not null)
        {
            return TypedResults.NotFound();
        }

        string page = PageOf(side);
        Direction after = change(typed, reader.Direction(side).Value);
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, StrategyBook.Direction, side.ToString(), await book.SaveAsync(StrategyBook.Direction, side.ToString(), Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }
}
