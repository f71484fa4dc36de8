namespace Tajriba.Experience.Feedback.Understand;

/// <summary>What somebody looks for, as the full-text search of a database is asked: all words, the last one as the beginning of a word.</summary>
internal static class SearchTerms
{
    /// <summary>The question to FTS5 or to <c>to_tsquery</c>; null where there are no words.</summary>
    /// <param name="search">As typed; it is folded as texts are.</param>
    /// <param name="isSqlite">For which database.</param>
    public static string? Of(string search, bool isSqlite) => TextReading.Terms(search) is not { Count: > 0 } terms ? null
        : isSqlite ? string.Join(' ', terms.Select((t, n) => $"\"{t}\"" + (n == terms.Count - 1 ? "*" : "")))
        : string.Join(" & ", terms.Select((t, n) => $"'{t}'" + (n == terms.Count - 1 ? ":*" : "")));
}
