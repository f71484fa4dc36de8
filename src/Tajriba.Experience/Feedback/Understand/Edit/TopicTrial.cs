using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Statistics;

namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>What a change of a topic would do to feedback that was told already.</summary>
/// <param name="Texts">How many texts it was tried on.</param>
/// <param name="Before">How many of them have the topic now.</param>
/// <param name="Share">Share of them that would have it (Wilson interval).</param>
/// <param name="Gained">Those that would have it and have not, the latest first.</param>
/// <param name="Lost">Those that have it and would not, the latest first.</param>
public sealed record TopicTrial(int Texts, int Before, Estimate Share, IReadOnlyList<FeedbackItem> Gained, IReadOnlyList<FeedbackItem> Lost)
{
    /// <summary>How many of them would have the topic.</summary>
    public int After => Before + Gained.Count - Lost.Count;

    /// <summary>Tries one topic on feedback.</summary>
    /// <param name="now">The taxonomy in force.</param>
    /// <param name="tried">The same with the change.</param>
    /// <param name="key">Which topic; the words of alarm count as one.</param>
    /// <param name="items">On what.</param>
    public static TopicTrial Of(Topics now, Topics tried, string key, IReadOnlyList<FeedbackItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        (TextReading old, TextReading next) = (new(now), new(tried));
        var (gained, lost, before) = (new List<FeedbackItem>(), new List<FeedbackItem>(), 0);
        foreach (FeedbackItem item in items)
        {
            (bool had, bool has) = (old.Has(item.Text, item.Language, key), next.Has(item.Text, item.Language, key));
            before += had ? 1 : 0;
            if (had != has)
            {
                (has ? gained : lost).Add(item);
            }
        }

        int after = before + gained.Count - lost.Count;
        return new(items.Count, before, items.Count == 0 ? default : Proportion.Wilson(after, items.Count), gained, lost);
    }
}
