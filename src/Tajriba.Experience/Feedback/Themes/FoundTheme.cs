using Tajriba.Statistics;

namespace Tajriba.Experience.Feedback.Themes;

/// <summary>Something that several customers speak of and no topic names.</summary>
/// <param name="Id">Its number, the same from day to day as long as its words overlap; of its language.</param>
/// <param name="Terms">Its folded words, the most frequent first.</param>
/// <param name="Texts">How many texts of the window have it.</param>
/// <param name="Weeks">How many had it in each week of the window, the oldest first.</param>
/// <param name="Tone">Mean of the probabilities of positive less negative, from -1 to 1, with its interval; null for fewer than two texts.</param>
/// <param name="Samples">Ids of some of its feedback, the latest first.</param>
public sealed record FoundTheme(int Id, IReadOnlyList<string> Terms, int Texts, IReadOnlyList<int> Weeks, Estimate? Tone, IReadOnlyList<long> Samples);
