using Tajriba.Leadership.Maturity.Campaigns;

namespace Tajriba.Leadership.Maturity.Answer;

/// <summary>What one person answers.</summary>
/// <param name="Campaign">Number of the assessment.</param>
/// <param name="Unit">Code of the unit that the person is of.</param>
/// <param name="Role">From where the person looks.</param>
/// <param name="Name">Who it is; null where that is not asked.</param>
/// <param name="Answers">What was answered so far.</param>
/// <param name="IsDone">Whether the person has handed it in.</param>
public sealed record Sheet(long Campaign, string Unit, AnswerRole Role, string? Name, SheetAnswers Answers, bool IsDone);

/// <summary>Answers of one sheet.</summary>
/// <param name="Levels">Level by key of the practice; what is not known is not there.</param>
/// <param name="Evidence">What the person points to, by key of the category.</param>
public sealed record SheetAnswers(IReadOnlyDictionary<string, int> Levels, IReadOnlyDictionary<string, string> Evidence)
{
    /// <summary>Longest evidence of a category.</summary>
    public const int LongestEvidence = 1_000;

    public static SheetAnswers None { get; } = new(new Dictionary<string, int>(), new Dictionary<string, string>());
}
