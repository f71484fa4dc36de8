using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Explore;

/// <summary>A request about some journeys of a definition: found, read and filtered, or the error that it met on the way.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="State">What the query says.</param>
/// <param name="Selection">The journeys that pass.</param>
public sealed record ExploreRequest(JourneyDefinition Definition, ExplorerState State, Selection Selection)
{
    /// <summary>Reads a request.</summary>
    /// <param name="id">The definition's id.</param>
    /// <param name="query">The query, all of which must be understood.</param>
    /// <param name="reader">What the person may see.</param>
    /// <param name="alsoAllowed">Parameters that the caller reads itself.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<(ExploreRequest? Request, JourneyError? Error)> ReadAsync(
        long id, IQueryCollection query, JourneyReader reader, string[] alsoAllowed, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } definition)
        {
            return (null, new JourneyError.NotFound());
        }

        if (ExplorerQuery.Parse(query, out var error, alsoAllowed) is not { } state)
        {
            return (null, error);
        }

        return (new ExploreRequest(definition, state, await reader.SelectAsync(definition, state, cancellationToken)), null);
    }

    /// <summary>Reads a request and answers it, or answers with its error.</summary>
    public static async Task<IResult> AnswerAsync(
        long id, HttpContext http, JourneyReader reader, Func<ExploreRequest, IResult> answer, params string[] alsoAllowed)
    {
        var (request, error) = await ReadAsync(id, http.Request.Query, reader, alsoAllowed, http.RequestAborted);
        return request is null ? JourneyProblems.Of(error!) : answer(request);
    }
}
