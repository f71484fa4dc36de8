using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Records;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Records;
using Tajriba.Statistics;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Portfolio;

/// <summary>What the pages of the portfolio post to.</summary>
internal static class PortfolioEndpoints
{
    private const string Address = "/leadership/portfolio";
    private const string Prefix = "K";

    public static void MapPortfolio(this IEndpointRouteBuilder group)
    {
        group.MapPost("/portfolio/deeds/add", AddAsync).WithName("AddCandidate");
        group.MapPost("/portfolio/deeds/judge", JudgeAsync).WithName("JudgePortfolio");
        group.MapPost("/portfolio/{code}/{deed}", DoAsync).WithName("ChangeCandidate");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, GovernanceReader governance, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        string? unit = typed.Unit("unit", units.Tree);
        if (!reader.Manages(unit))
        {
            return TypedResults.NotFound();
        }

        Candidate made = Parse(typed, form, reader, governance, new("", unit, null, 0, 0, 0), null);
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : reader.Candidates.Count >= Knapsack.MostItems ? Redirects.Wrong(Address, "many")
            : await Redirects.AddedAsync(Address, LeadershipKind.Candidate, book.AddAsync(LeadershipKind.Candidate, Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, LeadershipBook book, LeadershipReader reader, GovernanceReader governance, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Candidate(code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Candidate? after = deed switch
        {
            "save" => Parse(typed, form, reader, governance, kept.Value with { Unit = typed.Unit("unit", units.Tree) }, kept.Code),
            "remove" => null,
            _ => typed.Wrong<Candidate?>("what", null),
        };
        return after is not null && !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(after is null ? Address : page, LeadershipKind.Candidate, kept.Code, await book.SaveAsync(LeadershipKind.Candidate, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> JudgeAsync(IFormCollection form, LeadershipBook book, LeadershipReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (!reader.Manages(null))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        var judged = new Judgement(typed.Amount("budget"), [.. Judgement.Pairs.Select(p => Steps(typed, form[$"pair-{p.First}-{p.Second}"].ToString()))]);
        return typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : Redirects.Saved(Address, LeadershipKind.Judgement, Judgement.Code, await book.SaveAsync(LeadershipKind.Judgement, Judgement.Code, Redirects.Seen(form), judged, person.Id, cancellationToken: cancellationToken));
    }

    /// <summary>A candidate that is an initiative of governance has its name and cost from there where nothing else was typed.</summary>
    private static Candidate Parse(Typed typed, IFormCollection form, LeadershipReader reader, GovernanceReader governance, Candidate before, string? code)
    {
        Initiative? initiative = form["initiative"].ToString() is not { Length: > 0 } chosen ? null
            : governance.Initiatives.FirstOrDefault(i => i.Code == chosen)?.Value ?? typed.Wrong<Initiative?>("initiative", null);
        string title = typed.Optional("title");
        return before with
        {
            Title = title.Length > 0 ? title : initiative?.Title ?? typed.Wrong("title", ""),
            Initiative = initiative is null ? null : form["initiative"].ToString(),
            Cost = typed.Amount("cost") ?? initiative?.Budget ?? typed.Wrong("cost", 0m),
            Customers = typed.Amount("customers") is <= Candidate.MostCustomers and var customers && customers == decimal.Truncate(customers) ? (long)customers : typed.Wrong("customers", 0L),
            Gain = Grade(typed, form, "gain"),
            Speed = Grade(typed, form, "speed"),
            Sureness = Grade(typed, form, "sureness"),
            Must = form["must"].ToString() == "true",
            Needs = Others(typed, form, "needs", reader, code),
            Excludes = Others(typed, form, "excludes", reader, code),
        };
    }

    private static int Grade(Typed typed, IFormCollection form, string name)
        => int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out int grade) && grade is >= 1 and <= Candidate.MostGrade ? grade : typed.Wrong(name, 1);

    private static int Steps(Typed typed, string text)
        => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int steps) && Math.Abs((long)steps) <= Judgement.MostSteps ? steps : typed.Wrong("pairs", 0);

    private static IReadOnlyList<string> Others(Typed typed, IFormCollection form, string name, LeadershipReader reader, string? code)
        => [.. form[name].Where(c => !string.IsNullOrEmpty(c)).Select(c => c != code && reader.Candidate(c) is { } other ? other.Code : typed.Wrong(name, "")).Distinct(StringComparer.Ordinal)];
}
