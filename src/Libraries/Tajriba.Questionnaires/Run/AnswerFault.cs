namespace Tajriba.Questionnaires;

/// <summary>One thing wrong with an answer.</summary>
/// <param name="Key">The place, <see cref="ElementView.Key"/>.</param>
/// <param name="Code">What; rooms give the words.</param>
/// <param name="Arguments">What the words need: limits, in the order of the code's description.</param>
/// <param name="Text">The author's own words in the reader's language, piping done; null for the usual ones.</param>
public sealed record AnswerFault(string Key, AnswerFaultCode Code, IReadOnlyList<string> Arguments, string? Text);
