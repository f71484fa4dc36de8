using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Maturity.Frames;
using Tajriba.Ui;

namespace Tajriba.Leadership.Maturity.Rounds;

/// <summary>What the pages of rounds post to.</summary>
internal static class RoundEndpoints
{
    private const string Address = "/maturity/rounds";

    public static void MapRounds(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder manage = routes.MapGroup(Address).RequirePermission(MaturityPermissions.Manage).ExcludeFromDescription().OverEveryUnit(MaturityPermissions.Manage);
        manage.MapPost("/deeds/open", OpenAsync).WithName("OpenRound");
        manage.MapPost("/deeds/undo", UndoAsync).WithName("UndoRound");
        manage.MapPost("/{code}/save", SaveAsync).WithName("SaveRound");
        manage.MapPost("/{code}/delete", DeleteAsync).WithName("DeleteRound");

        // Whoever is asked answers, whatever else they may.
        routes.MapPost(Address + "/{code}/judge", JudgeAsync).RequirePermission(MaturityPermissions.View).ExcludeFromDescription().WithName("JudgeInRound");
    }

    private static async Task<IResult> OpenAsync(IFormCollection form, MaturityBook book, FrameLibrary library, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (await library.FindAsync(form["frame"].ToString(), cancellationToken) is not { Frame: { } frame })
        {
            return TypedResults.NotFound();
        }

        Factor[] chosen = [.. frame.Components.Where(c => form["factor"].Contains(c.Key)).Select(c => new Factor(c.Key, c.Name, c.Short))];
        Factor[] own = [.. form["own"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => !l.Contains('\0', StringComparison.Ordinal)).Select((l, i) => new Factor(string.Create(CultureInfo.InvariantCulture, $"-{i + 1}"), new(l)))];
        if (read.Date(form["opens"].ToString()) is not { } opens || read.Date(form["closes"].ToString()) is not { } closes)
        {
            return Wrong(Address + "/new", "dates");
        }

        var round = new Round(form["name"].ToString().Trim(), form["fuzzy"] == "true", [.. chosen, .. own], await ExpertsAsync(form, [], people, cancellationToken), opens, closes);
        if (round.Fault() is { } fault)
        {
            return Wrong(Address + "/new", fault);
        }

        string code = await book.AddAsync(MaturityBook.Round, MaturityBook.RoundPrefix, round, person.Id, cancellationToken: cancellationToken);
        return Done($"{Address}/{code}", "opened", code, 1);
    }

    /// <summary>Other experts and days; what is judged stays, since judgements hang on it.</summary>
    private static async Task<IResult> SaveAsync(string code, IFormCollection form, MaturityBook book, RoundReader reader, IPeople people, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept)
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}?view=experts";
        if (read.Date(form["closes"].ToString()) is not { } closes)
        {
            return Wrong(page, "dates");
        }

        Round after = kept.Value with { ClosesOn = closes, Experts = await ExpertsAsync(form, kept.Value.Experts, people, cancellationToken) };
        return after.Fault() is { } fault ? Wrong(page, fault)
            : await book.SaveAsync(MaturityBook.Round, kept.Code, Seen(form), after, person.Id, cancellationToken: cancellationToken) is { } version ? Done(page, "saved", kept.Code, version)
            : Wrong(page, "meanwhile");
    }

    private static async Task<IResult> DeleteAsync(string code, IFormCollection form, MaturityBook book, RoundReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => reader.Find(code) is not { } kept ? TypedResults.NotFound()
            : await book.SaveAsync<Round>(MaturityBook.Round, kept.Code, Seen(form), null, person.Id, cancellationToken: cancellationToken) is { } version ? Done(Address, "deleted", kept.Code, version)
            : Wrong($"{Address}/{kept.Code}", "meanwhile");

    private static async Task<IResult> UndoAsync(IFormCollection form, MaturityBook book, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string code = form["record"].ToString();
        if (book.VersionOf(MaturityBook.Round, code) == 0 || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        bool isUndone = await book.UndoAsync(MaturityBook.Round, code, version, person.Id, cancellationToken);
        string page = book.Find<Round>(MaturityBook.Round, code) is null ? Address : $"{Address}/{code}";
        return isUndone ? TypedResults.LocalRedirect(page + "?done=undone") : Wrong(page, "meanwhile");
    }

    private static async Task<IResult> JudgeAsync(string code, IFormCollection form, RoundReader reader, JudgementStore judgements, ICurrentPerson person, Show show, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.IsAsked(kept.Value) || !kept.Value.IsOpen(show.Today))
        {
            return TypedResults.NotFound();
        }

        Round round = kept.Value;
        string page = $"{Address}/{kept.Code}/judge", to = form["go"].ToString();
        Factor? from = round.Factors.FirstOrDefault(f => f.Key == form["from"]);
        bool isWhole = false;
        await judgements.SaveAsync(
            kept.Code,
            person.Id,
            before =>
            {
                Judgement after = from is null ? before : before with { Levels = Changed(before.Levels, round, from, form) };
                isWhole = after.IsWhole(round);
                return after with { IsDone = isWhole && (to == "done" || before.IsDone) };
            },
            cancellationToken);
        return to == "done" ? TypedResults.LocalRedirect(page + (isWhole ? "?done=handed" : "?wrong=open"))
            : round.Factors.Any(f => f.Key == to) ? TypedResults.LocalRedirect(PageLink.With(page, ("from", to), ("done", "kept")))
            : TypedResults.LocalRedirect(page + "?done=kept");
    }

    /// <summary>Only what one factor does is taken from its form; what is not chosen is not judged.</summary>
    private static Dictionary<string, int> Changed(IReadOnlyDictionary<string, int> before, Round round, Factor from, IFormCollection form)
    {
        var levels = new Dictionary<string, int>(before, StringComparer.Ordinal);
        foreach (Factor to in round.Factors.Where(f => f != from))
        {
            string pair = Judgement.Pair(from, to);
            levels.Remove(pair);
            if (form["to:" + to.Key].ToString() is [var digit] && digit - '0' is >= 0 and <= Round.Strongest and var level)
            {
                levels[pair] = level;
            }
        }

        return levels;
    }

    /// <summary>The people chosen that the person at hand may know of, and those who were asked already.</summary>
    private static async Task<IReadOnlyList<long>> ExpertsAsync(IFormCollection form, IReadOnlyList<long> before, IPeople people, CancellationToken cancellationToken)
    {
        var experts = new List<long>();
        foreach (string? text in form["expert"].Distinct().Take(Round.MostExperts + 1))
        {
            if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && (before.Contains(id) || await people.FindAsync(id, cancellationToken) is { IsActive: true }))
            {
                experts.Add(id);
            }
        }

        return experts;
    }

    private static int Seen(IFormCollection form) => int.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out int seen) ? seen : -1;

    private static IResult Done(string page, string deed, string code, int version)
        => TypedResults.LocalRedirect(PageLink.With(page, ("done", deed), ("record", code), ("version", version.ToString(CultureInfo.InvariantCulture))));

    private static IResult Wrong(string page, string fault) => TypedResults.LocalRedirect(PageLink.With(page, ("wrong", fault)));
}
