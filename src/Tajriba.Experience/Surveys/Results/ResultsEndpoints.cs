using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Experience.Surveys.Respond;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>Answers as a file.</summary>
internal static class ResultsEndpoints
{
    public static void MapResults(this IEndpointRouteBuilder routes)
        => routes.MapGet("/surveys/{key}/responses.csv", ExportAsync).RequirePermission(SurveyPermissions.Responses).ExcludeFromDescription().WithName("ExportSurveyResponses");

    private static async Task<IResult> ExportAsync(
        string key, HttpRequest request, SurveyStore store, PublishedVersions versions, ResponseStore responses, ICurrentPerson person, IUnits units, Read read, IAuditTrail audit, IDatabase database,
        CancellationToken cancellationToken)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return TypedResults.NotFound();
        }

        var filter = ResultsRequest.Filter(key, request.Query, person.ScopeOf(SurveyPermissions.Responses), units.Tree, read);
        var published = await versions.FindAsync(survey.Id, survey.Version, cancellationToken);
        await database.WriteAsync((transaction, cancel) => audit.RecordAsync(transaction, "surveys.export", "survey:" + key, cancellationToken: cancel), cancellationToken);
        return TypedResults.Stream(output => ResponseCsv.WriteAsync(output, published?.Questionnaire, () => responses.StreamAsync(filter, cancellationToken), cancellationToken), "text/csv; charset=utf-8", key + "-responses.csv");
    }
}
