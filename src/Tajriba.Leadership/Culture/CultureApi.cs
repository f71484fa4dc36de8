using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Pulse;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Records;
using Tajriba.Statistics;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture;

/// <summary>Culture for programs, to be read only. What too few have answered is held back by the results themselves, here as on the pages.</summary>
internal static class CultureApi
{
    private const int MostNotes = 100;
    private const int RitualDays = 92;

    public static void MapCultureApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api/culture").RequirePermission(CulturePermissions.View).WithTags("Culture");
        api.MapGet("/pulses", PulsesAsync).Parameters().WithName("ListPulseRounds").WithSummary("Rounds of the pulse, the latest first, with the indices of those that are over and may be shown, 0 to 100, with their 95% intervals.");
        api.MapGet("/pulses/{code}", PulseAsync).Parameters().WithName("GetPulseRound").WithSummary("One round: its indices by unit, and its questions, 1 to 5, as far as enough have answered.");
        api.MapGet("/paths", PathsAsync).Parameters().WithName("ListLearningPaths").WithSummary("Learning paths with how many have done them, by unit that the caller may see, and what the indicator did where they have.");
        api.MapGet("/rituals", RitualsAsync).Parameters().WithName("ListRituals").WithSummary("Rituals with their days of the last and next quarter of a year, kept, missed or not said.");
        api.MapGet("/wall", WallAsync).Parameters("limit", "offset").WithName("ListRecognition").WithSummary("Thanks and achievements on the wall, the latest first (limit: 1 to 100, offset).");
    }

    private static async Task<IResult> PulsesAsync(PulseReader reader, PulseStore store, CancellationToken cancellationToken)
    {
        var closed = (await reader.ClosedAsync(cancellationToken)).ToDictionary(c => c.Round.Code, c => c.Result, StringComparer.Ordinal);
        IReadOnlyDictionary<string, int> counts = await store.CountsAsync(cancellationToken);
        return TypedResults.Ok(new
        {
            pulses = reader.Rounds.Select(r => RecordAnswer.Of(r, ("answers", counts.GetValueOrDefault(r.Code)), ("indices", closed.TryGetValue(r.Code, out PulseResult? result) ? Indices(result, ShownUnits.Whole) : null))),
        });
    }

    private static async Task<IResult> PulseAsync(string code, PulseReader reader, PulseStore store, CultureBook book, CancellationToken cancellationToken)
    {
        if (book.Find<Round>(CultureKind.Round, code) is not { } round)
        {
            return RecordAnswer.None();
        }

        PulseResult? result = await store.ResultAsync(code, cancellationToken);
        return TypedResults.Ok(RecordAnswer.Of(
            round,
            ("answers", (await store.CountsAsync(cancellationToken)).GetValueOrDefault(code)),
            ("units", result is null ? null : reader.Seen(result).Select(c => new { unit = c.Unit == ShownUnits.Whole ? null : c.Unit, c.Answers, indices = Indices(result, c.Unit) })),
            ("scores", result is null ? null : round.Value.Questions.Select(q => new { q.Key, dimension = q.Dimension.ToString(), score = result.Question(q.Key) is { } s ? EffectAnswer.Of(MeanInterval.Student(s)) : null }))));
    }

    private static async Task<IResult> PathsAsync(LearningReader reader, LearningStore store, LearningEffectReader effects, ICurrentPerson person, CancellationToken cancellationToken)
    {
        UnitScope scope = person.ScopeOf(CulturePermissions.View);
        (IReadOnlyList<Learner> learners, IReadOnlyList<Completion> completions) = (await store.LearnersAsync(cancellationToken), await store.CompletionsAsync(cancellationToken: cancellationToken));
        var told = new List<object>();
        foreach (Kept<LearningPath> path in reader.Paths)
        {
            IReadOnlyList<UnitStanding> all = LearningReader.Units(path, learners, completions);
            LearningEffect? effect = await effects.OfAsync(path.Value, all, cancellationToken);
            told.Add(RecordAnswer.Of(
                path, ("units", all.Where(u => scope.Contains(u.Unit)).Select(u => new { u.Unit, u.Learners, u.Done, share = EffectAnswer.Of(Proportion.Wilson(u.Done, u.Learners)) })), ("net", EffectAnswer.Of(effect?.Net))));
        }

        return TypedResults.Ok(new { paths = told });
    }

    private static async Task<IResult> RitualsAsync(RitualReader reader, Show show, CancellationToken cancellationToken)
    {
        ILookup<string, RitualDay> days = (await reader.DaysAsync(show.Today.AddDays(-RitualDays), show.Today.AddDays(RitualDays), cancellationToken)).ToLookup(d => d.Ritual.Code, StringComparer.Ordinal);
        return TypedResults.Ok(new { rituals = reader.All.Select(r => RecordAnswer.Of(r, ("days", days[r.Code].Select(d => new { d.On, d.IsKept })))) });
    }

    private static async Task<IResult> WallAsync(HttpRequest request, NoteStore notes, CancellationToken cancellationToken)
        => Number(request, "limit", MostNotes) is not (>= 1 and <= MostNotes and var limit) ? Refused($"'limit' is a whole number from 1 to {MostNotes}.")
            : Number(request, "offset", 0) is not { } offset ? Refused("'offset' is a whole number, 0 or more.")
            : TypedResults.Ok(new
            {
                notes = (await notes.WallAsync(null, limit, offset, cancellationToken)).Select(n => new { n.Id, n.From, n.To, n.ToUnit, quality = n.Quality.ToString(), n.Text, n.Path, n.At, n.Cheers }),
            });

    private static IResult Refused(string why) => TypedResults.Problem(why, statusCode: StatusCodes.Status400BadRequest);

    private static int? Number(HttpRequest request, string name, int otherwise)
        => !request.Query.ContainsKey(name) ? otherwise : int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static Dictionary<string, object?> Indices(PulseResult result, string unit)
        => Enum.GetValues<Dimension>().ToDictionary(d => d.ToString().ToLowerInvariant(), d => result.Index(d, unit) is { } index ? EffectAnswer.Of(PulseResult.Interval(index)) : null, StringComparer.Ordinal);
}
