using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Tajriba.Experience.Surveys;

/// <summary>The room's errors as problem details (RFC 9457).</summary>
internal static class SurveyProblems
{
    public static ProblemHttpResult Of(SurveyError error) => error switch
    {
        SurveyError.NotFound => Problem(StatusCodes.Status404NotFound, "There is no such survey.", "not-found"),
        SurveyError.BadKey => Problem(StatusCodes.Status400BadRequest, "A key is made of a-z, 0-9 and hyphens, at most 60.", "bad-key"),
        SurveyError.KeyTaken => Problem(StatusCodes.Status409Conflict, "Another survey has this key, or had it.", "key-taken"),
        SurveyError.BadTitle => Problem(StatusCodes.Status400BadRequest, "A title has 1 to 200 characters.", "bad-title"),
        SurveyError.BadTopic => Problem(StatusCodes.Status400BadRequest, "A topic is made of a-z, 0-9 and hyphens, at most 60.", "bad-topic"),
        SurveyError.BadOrigin bad => Problem(StatusCodes.Status400BadRequest, $"'{bad.Origin}' is no site like https://shop.example.com, or one too many.", "bad-origin"),
        SurveyError.BadMargin bad => Problem(StatusCodes.Status400BadRequest, $"'{bad.Line}' tells no shares like context.segment: premium = 20, standard = 80.", "bad-margin"),
        SurveyError.Nothing => Problem(StatusCodes.Status409Conflict, "The survey is not in a state in which this can be done.", "wrong-state"),
        SurveyError.BadDefinition bad => TypedResults.Problem(
            title: "The definition cannot be used.",
            statusCode: StatusCodes.Status400BadRequest,
            type: "urn:tajriba:problem:bad-definition",
            extensions: [new("faults", bad.Faults.Select(f => new { path = f.Path, code = f.Code.ToString(), arguments = f.Arguments }))]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static ProblemHttpResult Problem(int status, string title, string type) => TypedResults.Problem(title: title, statusCode: status, type: "urn:tajriba:problem:" + type);
}
