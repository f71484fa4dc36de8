using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>The filter of the inbox as it stands in an address.</summary>
internal static class InboxRequest
{
    /// <summary>Every parameter that filters.</summary>
    public static readonly string[] Parameters = ["q", "state", "kind", "sentiment", "topic", "urgency", "unit", "language", "channel", "from", "to", "before", "limit"];

    private const int LongestSearch = 200;

    /// <summary>The filter; parameters that cannot be read are left out on pages.</summary>
    /// <param name="query">The query of the address.</param>
    /// <param name="units">What the person may see.</param>
    /// <param name="read">Reads dates as people write them.</param>
    /// <param name="tree">The units.</param>
    public static FeedbackFilter Filter(IQueryCollection query, UnitScope units, UnitTree tree, Read read) => new()
    {
        Units = ResultsRequest.Narrow(units, tree, Text(query, "unit")),
        State = query["state"].ToString() == "all" ? null : Word<TriageState>(query, "state") ?? TriageState.New,
        Kind = Word<FeedbackKind>(query, "kind"),
        Sentiment = Text(query, "sentiment") is "neg" or "neu" or "pos" ? Text(query, "sentiment") : null,
        Topic = Text(query, "topic"),
        Urgency = Word<Urgency>(query, "urgency"),
        Language = Text(query, "language"),
        Channel = Text(query, "channel"),
        From = read.Date(Text(query, "from")) is { } from ? read.StartOf(from) : null,
        Until = read.Date(Text(query, "to")) is { } to ? read.StartOf(to.AddDays(1)) : null,
        Search = Text(query, "q") is { Length: <= LongestSearch } search ? search : null,
    };

    /// <summary>What of a call to the API cannot be read, or null.</summary>
    public static ProblemHttpResult? Fault(IQueryCollection query, Read read, Topics topics)
        => Bad(query, "state", t => t == "all" || Is<TriageState>(t)) ?? Bad(query, "kind", Is<FeedbackKind>) ?? Bad(query, "urgency", Is<Urgency>)
            ?? Bad(query, "sentiment", t => t is "neg" or "neu" or "pos") ?? Bad(query, "topic", t => topics.Whole.Any(o => o.Key == t))
            ?? Bad(query, "from", t => read.Date(t) is not null) ?? Bad(query, "to", t => read.Date(t) is not null) ?? Bad(query, "q", t => t.Length <= LongestSearch)
            ?? Bad(query, "before", t => long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ?? Bad(query, "limit", t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= 200);

    private static ProblemHttpResult? Bad(IQueryCollection query, string name, Func<string, bool> isGood)
        => Text(query, name) is { } text && !isGood(text) ? TypedResults.Problem($"'{name}' cannot be read.", statusCode: StatusCodes.Status400BadRequest) : null;

    private static bool Is<T>(string text)
        where T : struct, Enum
        => !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value);

    private static T? Word<T>(IQueryCollection query, string name)
        where T : struct, Enum
        => Text(query, name) is { } text && Is<T>(text) ? Enum.Parse<T>(text, ignoreCase: true) : null;

    private static string? Text(IQueryCollection query, string name) => query[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
