using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Journeys;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Processes.Inventory;

/// <summary>What the pages of processes post to.</summary>
internal static class InventoryEndpoints
{
    private const string Address = "/processes";

    public static void MapInventory(this IEndpointRouteBuilder group)
    {
        group.MapPost("/deeds/add", AddAsync).WithName("AddProcess");
        group.MapPost("/deeds/undo", UndoAsync).WithName("UndoProcess");
        group.MapPost("/{code}/{deed}", DoAsync).WithName("ChangeProcess");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ProcessBook book, ProcessReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Process made = Parse(typed, form, units, new("", default, null, "", "", [], []));
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(Address, fault)
            : await Redirects.AddedAsync(Address, ProcessBook.Kind, book.AddAsync(ProcessBook.Kind, ProcessBook.Prefix, made, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, ProcessBook book, ProcessReader reader, EffectReader effects, IndicatorReader indicators, JourneyReader journeys, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Process before = kept.Value;
        Process after = deed switch
        {
            "save" => Parse(typed, form, units, before),
            "figure" => await indicators.FindAsync(form["indicator"].ToString(), cancellationToken: cancellationToken) is { } figure && person.Can(IndicatorPermissions.View) && before.Figures.Count < Process.MostOfEach
                ? before with { Figures = [.. before.Figures.Where(f => f != figure.Key), figure.Key] } : typed.Wrong("indicator", before),
            "unfigure" => before with { Figures = [.. before.Figures.Where(f => f != form["indicator"].ToString())] },
            "journey" => await LinkedAsync(typed, form, journeys, person, before, cancellationToken),
            "unjourney" => before with { Journeys = [.. before.Journeys.Where(j => j.Journey.ToString(CultureInfo.InvariantCulture) != form["journey"].ToString())] },
            "redesign" => before with { Redesign = await RedesignAsync(typed, form, units, effects, cancellationToken) },
            _ => typed.Wrong("what", before),
        };
        return !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, ProcessBook.Kind, kept.Code, await book.SaveAsync(ProcessBook.Kind, kept.Code, Redirects.Seen(form), after, person.Id, cancellationToken: cancellationToken));
    }

    private static async Task<IResult> UndoAsync(IFormCollection form, ProcessBook book, ProcessReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        string code = form["record"].ToString();
        if (book.LastOf<Process>(ProcessBook.Kind, code) is not { } last || !reader.Manages(last.Unit) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version))
        {
            return TypedResults.NotFound();
        }

        string page = version == 1 ? Address : $"{Address}/{code}";
        return await book.UndoAsync(ProcessBook.Kind, code, version, person.Id, cancellationToken) ? TypedResults.LocalRedirect(page + "?done=undone") : Redirects.Wrong(page, "meanwhile");
    }

    private static Process Parse(Typed typed, IFormCollection form, IUnits units, Process before) => before with
    {
        Name = typed.Line("name"),
        Kind = typed.Of<ProcessKind>("is"),
        Unit = typed.Unit("unit", units.Tree),
        Inputs = typed.Optional("inputs"),
        Outputs = typed.Optional("outputs"),
        Systems = typed.Lines("systems", 20),
        Parts = [.. form["parts"].Where(p => !string.IsNullOrEmpty(p)).Select(p => units.Tree.Find(p)?.Code ?? typed.Wrong("parts", "")).Distinct()],
        Feasibility = int.TryParse(form["feasibility"], NumberStyles.None, CultureInfo.InvariantCulture, out int grade) && grade is >= 1 and <= Process.MostFeasible ? grade : typed.Wrong("feasibility", 0),
    };

    private static async Task<Process> LinkedAsync(Typed typed, IFormCollection form, JourneyReader journeys, ICurrentPerson person, Process before, CancellationToken cancellationToken)
        => person.Can(JourneyPermissions.View) && long.TryParse(form["journey"], NumberStyles.None, CultureInfo.InvariantCulture, out long id) && before.Journeys.Count < Process.MostOfEach && await journeys.FindAsync(id, cancellationToken) is { } journey
            ? before with { Journeys = [.. before.Journeys.Where(j => j.Journey != id), new(id, [.. typed.Lines("steps", 50).Where(s => JourneySteps.Of(journey).Contains(s))])] }
            : typed.Wrong("journey", before);

    private static async Task<Redesign?> RedesignAsync(Typed typed, IFormCollection form, IUnits units, EffectReader effects, CancellationToken cancellationToken)
    {
        string indicator = form["indicator"].ToString();
        string? unit = typed.Unit("unit", units.Tree);
        return indicator.Length == 0 ? null
            : await effects.CanFollowAsync(indicator, unit, cancellationToken) ? new(typed.NeededDay("on"), typed.Needed("text"), indicator, unit) : typed.Wrong<Redesign?>("indicator", null);
    }
}
