using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Organization.Objectives.Checkins;
using Tajriba.Organization.Objectives.Records;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;
using Tajriba.Organization.Objectives.Write;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Api;

/// <summary>Objectives for programs: what the pages show, and check-ins from other systems.</summary>
internal static class ObjectiveApi
{
    private const int LongestNote = 5_000;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/objectives").RequirePermission(ObjectivePermissions.View).WithTags("Objectives");
        api.MapGet("/", ListAsync).WithName("ListObjectives").WithSummary("The objectives of a cycle (cycle; the current one if not said) that the caller may see, and how they stand.").Parameters("cycle");
        api.MapGet("/{code}", GetAsync).WithName("GetObjective").WithSummary("One objective with its key results, forecasts and check-ins.").Parameters();
        api.MapPost("/{code}/checkins", CheckInAsync).WithName("AddObjectiveCheckin").WithSummary("Says how an objective stands: values of key results that do not measure themselves, confidence, a note.").Parameters();
    }

    private static async Task<IResult> ListAsync(HttpRequest request, ObjectiveReader reader, CancellationToken cancellationToken)
    {
        string asked = request.Query["cycle"].ToString();
        if ((asked.Length == 0 ? reader.CurrentCycle : reader.Cycle(asked)) is not { } cycle)
        {
            return asked.Length == 0 ? TypedResults.Ok(new { cycle = (object?)null, objectives = Array.Empty<object>() }) : TypedResults.Problem("There is no such cycle.", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Ok(new
        {
            cycle = new { cycle.Code, cycle.Value.Name, cycle.Value.From, cycle.Value.To, closed = cycle.Value.IsClosed },
            objectives = (await reader.TreeAsync(cancellationToken)).All.Where(n => n.Value.Cycle == cycle.Code && reader.Sees(n)).Select(n => Short(n, reader)),
        });
    }

    private static async Task<IResult> GetAsync(string code, ObjectiveReader reader, CancellationToken cancellationToken)
        => await reader.FindAsync(code, cancellationToken) is { } node ? TypedResults.Ok(new { objective = Short(node, reader), results = node.Results.Select(Told), checkins = node.Checkins }) : NotThere();

    private static async Task<IResult> CheckInAsync(string code, HttpRequest request, ObjectiveBook book, ObjectiveReader reader, ICurrentPerson person, CancellationToken cancellationToken)
    {
        if (reader.Find(code) is not { } kept || !reader.Speaks(kept.Value))
        {
            return NotThere();
        }

        (CheckinBody? body, IResult? refusal) = await JsonBody.ReadAsync<CheckinBody>(request, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        IReadOnlyDictionary<string, double> values = body!.Values ?? new Dictionary<string, double>();
        string? fault = body.Confidence is < 0 or > 1 ? "'confidence' is from 0 to 1."
            : body.Note?.Length > LongestNote ? $"'note' has up to {LongestNote} characters."
            : values.FirstOrDefault(v => kept.Value.Results.All(r => r.Key != v.Key || r.MeasuresItself)) is { Key: { } key } ? $"'values' names '{key}', which is no key result that is told."
            : values.Any(v => Math.Abs(v.Value) > Amounts.Most) ? "'values' are within ±1e15."
            : values.Count == 0 && body.Confidence is null && string.IsNullOrWhiteSpace(body.Note) ? "A check-in says something: 'values', 'confidence' or 'note'."
            : null;
        if (fault is not null)
        {
            return TypedResults.Problem(fault, statusCode: StatusCodes.Status400BadRequest);
        }

        var said = new Checkin(reader.Now, body.Confidence, body.Note?.Trim() ?? "") { Values = values, By = person.Id };
        return await book.SaveAsync(ObjectiveKind.Checkin, kept.Code, book.VersionOf(ObjectiveKind.Checkin, kept.Code), said, person.Id, cancellationToken: cancellationToken) is null
            ? TypedResults.Problem("Somebody else has said something at this moment; send it again.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.Created($"/api/objectives/{kept.Code}", said);
    }

    private static object Short(ObjectiveNode node, ObjectiveReader reader) => new
    {
        node.Code,
        node.Value.Title,
        node.Value.Cycle,
        level = node.Value.Level.ToString(),
        node.Value.Unit,
        node.Value.Owner,
        parent = node.Parent is { } parent && reader.Sees(parent) ? parent.Code : null,
        node.Value.Contributes,
        node.Progress,
        standing = node.Standing.ToString(),
        node.Likelihood,
        confidence = node.Last?.Confidence,
        score = node.Value.Scoring?.Score,
        version = node.Kept.Version,
    };

    private static object Told(ResultReading reading) => new
    {
        reading.Result.Key,
        reading.Result.Title,
        indicator = reading.Result.Indicator?.Indicator,
        reading.Result.Unit,
        value = reading.Value?.IsEnough == true ? reading.Value.Value : null,
        lower = reading.Value?.Lower,
        upper = reading.Value?.Upper,
        count = reading.Value?.Count,
        reading.Baseline,
        reading.Goal,
        lessIsBetter = reading.LessIsBetter,
        reading.Progress,
        standing = reading.Standing.ToString(),
        forecast = reading.Forecast is { } forecast ? new { forecast.Final.Value, forecast.Final.Lower, forecast.Final.Upper, forecast.Likelihood } : null,
    };

    private static IResult NotThere() => TypedResults.Problem("There is no such objective.", statusCode: StatusCodes.Status404NotFound);

    /// <summary>What a check-in says.</summary>
    private sealed record CheckinBody(IReadOnlyDictionary<string, double>? Values, double? Confidence, string? Note);
}
