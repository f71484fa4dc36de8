using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>The filter of cases as it stands in an address.</summary>
internal static class CaseRequest
{
    /// <summary>Every parameter that the API knows.</summary>
    public static readonly string[] Parameters = ["view", "unit", "priority", "state", "handler", "channel", "language", "customer", "q", "sort", "after", "limit"];

    /// <summary>The lists that there are, the usual one first.</summary>
    public static readonly string[] Views = ["all", "mine", "unassigned", "overdue", "done"];

    private const int LongestWord = 100;

    /// <summary>The filter; parameters that cannot be read are left out on pages.</summary>
    public static CaseFilter Filter(IQueryCollection query, UnitScope scope, UnitTree tree, ICurrentPerson person, DateTimeOffset now)
    {
        string view = ViewOf(query);
        CaseFilter filter = Of(view, ResultsRequest.Narrow(scope, tree, Text(query, "unit")), person, now);
        return filter with
        {
            Priority = Word<CasePriority>(query, "priority"),
            State = Word<CaseState>(query, "state"),
            Handler = filter.Handler ?? Number(query, "handler"),
            Channel = Text(query, "channel"),
            Language = Text(query, "language"),
            Customer = Text(query, "customer"),
            Search = Text(query, "q") is { Length: <= LongestWord } search ? search : null,
            IsNewestFirst = view == "done" || Text(query, "sort") == "newest",
        };
    }

    /// <summary>What a list shows without any other filter.</summary>
    public static CaseFilter Of(string view, UnitScope scope, ICurrentPerson person, DateTimeOffset now) => new(scope)
    {
        IsOpen = view != "done",
        Handler = view == "mine" ? person.Id : null,
        IsUnassigned = view == "unassigned",
        DueBefore = view == "overdue" ? now : null,
    };

    public static string ViewOf(IQueryCollection query) => Text(query, "view") is { } view && Views.Contains(view) ? view : Views[0];

    /// <summary>What of a call to the API cannot be read, or null.</summary>
    public static ProblemHttpResult? Fault(IQueryCollection query)
        => Bad(query, "view", Views.Contains) ?? Bad(query, "priority", Is<CasePriority>) ?? Bad(query, "state", Is<CaseState>) ?? Bad(query, "sort", t => t is "due" or "newest")
            ?? Bad(query, "handler", t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ?? Bad(query, "after", t => CaseCursor.Parse(t) is not null)
            ?? Bad(query, "limit", t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 200)
            ?? Bad(query, "channel", t => t.Length <= LongestWord) ?? Bad(query, "language", t => t.Length <= LongestWord) ?? Bad(query, "customer", t => t.Length <= LongestWord) ?? Bad(query, "q", t => t.Length <= LongestWord);

    public static string? Text(IQueryCollection query, string name) => query[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static long? Number(IQueryCollection query, string name)
        => long.TryParse(Text(query, name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static ProblemHttpResult? Bad(IQueryCollection query, string name, Func<string, bool> isGood)
        => Text(query, name) is { } text && !isGood(text) ? TypedResults.Problem($"'{name}' cannot be read.", statusCode: StatusCodes.Status400BadRequest) : null;

    private static bool Is<T>(string text)
        where T : struct, Enum
        => !char.IsAsciiDigit(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value);

    private static T? Word<T>(IQueryCollection query, string name)
        where T : struct, Enum
        => Text(query, name) is { } text && Is<T>(text) ? Enum.Parse<T>(text, ignoreCase: true) : null;
}
