using Microsoft.AspNetCore.Http;

namespace Tajriba.Experience.Indicators.Measure;

/// <summary>What an address asks for, read once for pages, files and the API.</summary>
internal static class IndicatorRequest
{
    /// <summary>Answers for a definition that the person may see and a state that fits it.</summary>
    public static async Task<IResult> AnswerAsync(
        string key, HttpContext http, IndicatorReader reader, Func<IndicatorDefinition, IndicatorState, Task<IResult>> answer, params string[] alsoAllowed)
    {
        if (await reader.FindAsync(key, cancellationToken: http.RequestAborted) is not { } definition)
        {
            return IndicatorProblems.Of(new IndicatorError.NotFound());
        }

        return IndicatorQuery.Parse(http.Request.Query, out var error, alsoAllowed) is not { } state ? IndicatorProblems.Of(error!)
            : reader.Unfit(definition, state) is { } unfit ? IndicatorProblems.Of(unfit)
            : await answer(definition, state);
    }
}
