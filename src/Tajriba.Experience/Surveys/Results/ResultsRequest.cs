using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Surveys.Quality;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>The filter that an address asks for, within what its reader may see.</summary>
internal static class ResultsRequest
{
    public static ResponseFilter Filter(string key, IQueryCollection query, UnitScope scope, UnitTree tree, Read read)
    {
        var until = read.Date(query["until"]);
        return new()
        {
            SurveyKey = key,
            From = read.Date(query["from"]) is { } from ? read.StartOf(from) : null,
            Until = until is { } day ? read.StartOf(day.AddDays(1)) : null,
            Units = Narrow(scope, tree, query["unit"].FirstOrDefault()),
            Language = ReaderPreferences.Languages.FirstOrDefault(l => l == query["language"]),
            Quality = query["quality"].FirstOrDefault() is { } quality && (quality == ResponseFilter.Sound || QualityFlag.All.Contains(quality)) ? quality : null,
            Answer = query["question"].FirstOrDefault() is { Length: > 0 } question && query["value"].FirstOrDefault() is { } value ? (question, value) : null,
        };
    }

    /// <summary>A unit with all below it, as far as the reader may see them.</summary>
    internal static UnitScope Narrow(UnitScope scope, UnitTree tree, string? unit)
        => string.IsNullOrEmpty(unit) ? scope
            : UnitScope.Of((tree.Find(unit) is { } found ? tree.Within(found).Select(u => u.Code) : [unit]).Where(scope.Contains));
}
