using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Indicators.Figures;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Write;

/// <summary>What the pages of objectives post to.</summary>
internal static class ObjectiveEndpoints
{
    private const string Address = "/objectives";

    public static void MapWrite(this IEndpointRouteBuilder group)
    {
        group.MapPost("/deeds/undo", UndoAsync).WithName("UndoObjectives");
        group.MapPost("/deeds/add", AddAsync).WithName("AddObjective");
        group.MapPost("/{code}/{deed}", DoAsync).WithName("ChangeObjective");
    }

    /// <summary>What whoever answers for an objective may do too.</summary>
    public static void MapCheckins(this IEndpointRouteBuilder group)
    {
        group.MapPost("/{code}/checkin", CheckInAsync).WithName("CheckInObjective");
        group.MapPost("/{code}/checkin/undo", UndoCheckinAsync).WithName("UndoObjectiveCheckin");
        group.MapPost("/{code}/celebrate", CelebrateAsync).WithName("CelebrateObjective");
    }

    private static async Task<IResult> AddAsync(IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        var typed = new Typed(form, read);
        Objective made = await AlignedAsync(typed, form, reader, null, Parse(typed, form, reader, units, new("", "", "", default, null, null)), cancellationToken);
        return !reader.Manages(made.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(PageLink.With(Address + "/new", ("cycle", form["cycle"].ToString()), ("parent", form["parent"].ToString())), fault)
            : await Redirects.AddedAsync(Address, ObjectiveKind.Objective, book.AddAsync(ObjectiveKind.Objective, "O", made, person.Id, code => ObjectiveFacts.Set(code, made, reader.Now), cancellationToken));
    }

    private static async Task<IResult> DoAsync(
        string code, string deed, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, IndicatorReader indicators, ICurrentPerson person, IUnits units, Read read, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.Manages(kept.Value.Unit))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        Objective before = kept.Value;
        NewEvent? fact = null;
        Objective? after;
        switch (deed)
        {
            case "save":
                after = await AlignedAsync(typed, form, reader, kept.Code, Parse(typed, form, reader, units, before), cancellationToken);
                break;
            case "result":
                after = await WithResultAsync(typed, form, before, indicators, units, read, cancellationToken);
                page = typed.Fault is null ? page : $"{page}/results/{(form["key"].ToString() is { Length: > 0 } key ? key : "new")}";
                break;
            case "unresult":
                after = before with { Results = [.. before.Results.Where(r => r.Key != form["key"].ToString())] };
                break;
            case "remove":
                after = null;
                page = typed.Fault is null ? PageLink.With(Address, ("cycle", before.Cycle)) : page;
                break;
            case "score":
                after = before with { Scoring = new(Score(typed, read, form), (await reader.FindAsync(code, cancellationToken))?.Progress, typed.Text("learned"), reader.Today) };
                fact = typed.Fault is null ? ObjectiveFacts.Scored(kept.Code, after, reader.Now) : null;
                break;
            case "unscore":
                after = before with { Scoring = null };
                break;
            default:
                after = typed.Wrong("what", before);
                break;
        }

        return after is not null && !reader.Manages(after.Unit) ? TypedResults.NotFound()
            : typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : Redirects.Saved(page, ObjectiveKind.Objective, kept.Code, await book.SaveAsync(ObjectiveKind.Objective, kept.Code, Redirects.Seen(form), after, person.Id, fact, cancellationToken));
    }

    private static async Task<IResult> CheckInAsync(string code, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.Speaks(kept.Value))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        var typed = new Typed(form, read);
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (KeyResult result in kept.Value.Results.Where(r => !r.MeasuresItself))
        {
            string field = "value-" + result.Key;
            if (form[field].ToString() is { Length: > 0 } text)
            {
                values[result.Key] = (result.IsShare ? read.Percent(text) : (double?)read.Number(text)) is { } value && Math.Abs(value) <= Amounts.Most ? value : typed.Wrong("value", 0.0);
            }
        }

        var said = new Checkin(reader.Now, form["confidence"].ToString() is { Length: > 0 } sure ? read.Percent(sure) is { } share and >= 0 and <= 1 ? share : typed.Wrong<double?>("confidence", null) : null, typed.Text("note"))
        {
            Values = values,
            By = person.Id,
        };
        return typed.Fault is { } fault ? Redirects.Wrong(page, fault)
            : values.Count == 0 && said.Confidence is null && said.Note.Length == 0 ? Redirects.Wrong(page, "checkin")
            : await book.SaveAsync(ObjectiveKind.Checkin, kept.Code, Redirects.Seen(form), said, person.Id, cancellationToken: cancellationToken) is { } version
                ? TypedResults.LocalRedirect(PageLink.With(page, ("done", "said"), ("version", version.ToString(CultureInfo.InvariantCulture))))
                : Redirects.Wrong(page, "meanwhile");
    }

    private static async Task<IResult> UndoCheckinAsync(string code, IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.Speaks(kept.Value))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{kept.Code}";
        return int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) && await book.UndoAsync(ObjectiveKind.Checkin, kept.Code, version, person.Id, cancellationToken)
            ? TypedResults.LocalRedirect(PageLink.With(page, ("done", "undone")))
            : Redirects.Wrong(page, "meanwhile");
    }

    /// <summary>Tells all staff what was reached: a key result, or the objective where none is named.</summary>
    private static async Task<IResult> CelebrateAsync(string code, IFormCollection form, ObjectiveReader reader, IEnumerable<IRecognition> walls, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(code, cancellationToken) is not { } node || !reader.Speaks(node.Value))
        {
            return TypedResults.NotFound();
        }

        string page = $"{Address}/{node.Code}", key = form["key"].ToString();
        ResultReading? result = node.Results.FirstOrDefault(r => r.Result.Key == key);
        if ((key.Length == 0 ? node.Standing : result?.Standing) != Standing.Reached)
        {
            return Redirects.Wrong(page, "reached");
        }

        string title = result is null ? node.Value.Title : $"{result.Result.Title} ({node.Value.Title})";
        foreach (IRecognition wall in walls)
        {
            await wall.CelebrateAsync(new($"objectives:{node.Code}:{key}", title, node.Value.Unit, node.Value.Owner, page), cancellationToken);
        }

        return TypedResults.LocalRedirect(PageLink.With(page, ("done", "celebrated")));
    }

    private static Task<IResult> UndoAsync(IFormCollection form, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, CancellationToken cancellationToken)
        => Redirects.UndoneAsync(form, book, Address, (kind, code) => MayChange(kind, code, book, reader), person.Id, null, cancellationToken);

    /// <summary>Whether a record may be changed, also one that was taken away. Check-ins are taken back by whoever may say them.</summary>
    private static bool MayChange(string kind, string code, ObjectiveBook book, ObjectiveReader reader) => kind switch
    {
        ObjectiveKind.Cycle => reader.Manages(null) && book.VersionOf(kind, code) > 0,
        ObjectiveKind.Objective => book.LastOf<Objective>(kind, code) is { } objective && reader.Manages(objective.Unit),
        ObjectiveKind.Review => book.LastOf<Reviews.Review>(kind, code) is { } review && reader.Manages(review.Unit),
        ObjectiveKind.Action => book.LastOf<Reviews.CorrectiveAction>(kind, code) is { } action && MayChange(ObjectiveKind.Objective, action.Objective, book, reader),
        _ => false,
    };

    private static Objective Parse(Typed typed, IFormCollection form, ObjectiveReader reader, IUnits units, Objective before) => before with
    {
        Title = typed.Line("title"),
        Why = typed.Text("why"),
        Cycle = reader.Cycle(form["cycle"]) is { Value.IsClosed: false } cycle ? cycle.Code : typed.Wrong("cycle", ""),
        Level = typed.Of<ObjectiveLevel>("level"),
        Unit = typed.Unit("unit", units.Tree),
        Owner = typed.Person("owner"),
        Contributes = form["contributes"] == "true",
    };

    /// <summary>Whom it serves: one that may be seen and does not itself serve this one.</summary>
    private static async Task<Objective> AlignedAsync(Typed typed, IFormCollection form, ObjectiveReader reader, string? code, Objective made, CancellationToken cancellationToken)
    {
        string parent = form["parent"].ToString();
        return parent.Length == 0 ? made with { Parent = null, Contributes = false }
            : await reader.FindAsync(parent, cancellationToken) is not { } above || above.Code == code ? typed.Wrong("parent", made)
            : ObjectiveTree.Above(above).Any(n => n.Code == code) ? typed.Wrong("ring", made)
            : made with { Parent = above.Code };
    }

    private static double Score(Typed typed, Read read, IFormCollection form)
        => read.Percent(form["score"].ToString()) is { } score and >= 0 and <= 1 ? score : typed.Wrong("score", 0.0);

    private static async Task<Objective> WithResultAsync(Typed typed, IFormCollection form, Objective before, IndicatorReader indicators, IUnits units, Read read, CancellationToken cancellationToken)
    {
        string key = form["key"].ToString();
        KeyResult? known = before.Results.FirstOrDefault(r => r.Key == key);
        if (known is null && (key.Length > 0 || before.Results.Count >= Objective.MostResults))
        {
            return typed.Wrong("results", before);
        }

        KeyResult? made = await ResultAsync(typed, form, known?.Key ?? before.NextKey, indicators, units, read, cancellationToken);
        return made is null ? before
            : known is null ? before with { Results = [.. before.Results, made] }
            : before with { Results = [.. before.Results.Select(r => r.Key == key ? made : r)] };
    }

    private static async Task<KeyResult?> ResultAsync(Typed typed, IFormCollection form, string key, IndicatorReader indicators, IUnits units, Read read, CancellationToken cancellationToken)
    {
        string named = form["indicator"].ToString();
        IndicatorDefinition? definition = named.Length == 0 ? null : await indicators.FindAsync(named, cancellationToken: cancellationToken);
        string? unit = typed.Unit("unit", units.Tree);
        if (named.Length > 0 && (definition is null || !indicators.Scope.Contains(unit)))
        {
            // Whoever may not see a figure cannot make others see it.
            return typed.Wrong<KeyResult?>("indicator", null);
        }

        bool isRelative = form["relative"] == "true", keeps = form["keeps"] == "true";
        var amounts = new Amounts(typed, read, definition is { } d ? d.Measure : form["share"] == "true" ? IndicatorMeasure.Percent : IndicatorMeasure.Number);
        double? baseline = amounts.Optional("baseline", form["baseline"].ToString());
        double target = isRelative ? amounts.Change("target", form["target"].ToString()) : amounts.Needed("target", form["target"].ToString());
        int days = read.Count(form["days"].ToString()) is { } length and >= 0 and <= KeyResult.MostDays ? (int)length : definition is null ? 0 : typed.Wrong("days", 0);
        double weight = form["weight"].ToString() is { Length: > 0 } text ? (double?)read.Number(text) is { } heavy and > 0 and <= 100 ? heavy : typed.Wrong("weight", 1.0) : 1;
        if (isRelative && baseline is null && definition is null)
        {
            return typed.Wrong<KeyResult?>("baseline", null);
        }

        string slice = form["slice"].ToString(), value = typed.Optional("slice-value");
        return new KeyResult(key, typed.Line("title"), target)
        {
            Indicator = definition is null ? null
                : slice.Length == 0 ? new FigureCut(definition.Key)
                : definition.Slices.Contains(slice, StringComparer.Ordinal) && value.Length > 0 ? new FigureCut(definition.Key, null, slice, value)
                : typed.Wrong<FigureCut?>("slice", null),
            Unit = definition is null ? null : unit,
            Days = days,
            Baseline = baseline,
            IsRelative = isRelative,
            Keeps = keeps,
            LessIsBetter = definition is null && (keeps ? form["less"] == "true" : baseline is { } from && !isRelative ? target < from : target < 0),
            IsShare = definition is null && form["share"] == "true",
            Weight = weight,
        };
    }
}
