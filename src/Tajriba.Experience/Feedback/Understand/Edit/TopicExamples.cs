using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Kernel.Access;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>Shows a topic texts that are or are not about it, and others beside which to see them.</summary>
public sealed class TopicExamples(FeedbackStore feedback, TopicBook taxonomy)
{
    /// <summary>Of either kind.</summary>
    public const int Most = 200;

    private const int LookedThrough = 2_000;
    private const int Drawn = 100;

    /// <summary>The topic with one more text that is about it or is not; a text that was shown the other way changes sides.</summary>
    public static Topic With(Topic topic, string text, bool isAbout)
    {
        ArgumentNullException.ThrowIfNull(topic);
        string kept = LearnedTopic.Kept(text), folded = FoldedText.Of(kept);
        IReadOnlyList<string> Without(IReadOnlyList<string> texts) => [.. texts.Where(t => FoldedText.Of(t) != folded)];
        IReadOnlyList<string> Into(IReadOnlyList<string> texts) => [.. Without(texts).TakeLast(Most - 1), kept];
        return topic with { Examples = isAbout ? Into(topic.Examples) : Without(topic.Examples), NotAbout = isAbout ? Without(topic.NotAbout) : Into(topic.NotAbout) };
    }

    /// <summary>The topic beside some of the latest texts that it is not given: what the examples have in common shows only beside others.</summary>
    public async Task<Topic> BesideOthersAsync(Topic topic, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(topic);
        if (topic.Examples.Count < LearnedTopic.FewestExamples)
        {
            return topic with { Beside = [] };
        }

        var shown = topic.Examples.Concat(topic.NotAbout).Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        var reading = new TextReading(taxonomy.Trying(topic with { Examples = [] }));
        FeedbackItem[] others = [.. (await feedback.PageAsync(new() { Units = UnitScope.Everything }, long.MaxValue, LookedThrough, cancellationToken))
            .Where(i => i.State != TriageState.Spam && !shown.Contains(FoldedText.Of(LearnedTopic.Kept(i.Text))) && !reading.Has(i.Text, i.Language, topic.Key))];
        int step = Math.Max(1, others.Length / Drawn);
        return topic with { Beside = [.. others.Where((_, n) => n % step == 0).Take(Drawn).Select(i => LearnedTopic.Kept(i.Text)).Distinct(StringComparer.Ordinal)] };
    }
}
