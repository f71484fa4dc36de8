namespace Tajriba.Experience.Feedback.Promises.Macros;

/// <summary>Ready answers.</summary>
public interface IMacros
{
    /// <summary>All of them, by key.</summary>
    IReadOnlyList<Macro> All { get; }

    /// <summary>A ready answer with its placeholders filled in; null where there is none of that key.</summary>
    /// <param name="key">Which.</param>
    /// <param name="language">The customer's language; the first that the answer is written in where it is not in that one.</param>
    /// <param name="values">By the names of <see cref="Macro.Placeholders"/>; what is missing is left empty.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<string?> FillAsync(string key, string language, IReadOnlyDictionary<string, string?> values, CancellationToken cancellationToken = default);
}
