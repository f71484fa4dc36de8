using Tajriba.TextAnalysis;
using Tajriba.Ui;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>A topic as people showed it: by texts that are about it and texts that are not. Safe for several threads at once.</summary>
public sealed class LearnedTopic
{
    /// <summary>So few texts about it are enough to begin with.</summary>
    public const int FewestExamples = 5;

    /// <summary>Of fewer other texts nothing can be told apart.</summary>
    public const int FewestOthers = 10;

    /// <summary>UTF-16 units of a text that is kept.</summary>
    public const int LongestText = 1_000;

    private const string About = "about";
    private const string Other = "other";
    private readonly Lock gate = new();
    private readonly HashSet<string> shown;
    private readonly HashSet<string> denied;
    private readonly TopicModel model;
    private readonly FoldedText read = new();

    private LearnedTopic(Topic topic, HashSet<string> shown, HashSet<string> denied, TopicModel model)
        => (Key, this.shown, this.denied, this.model) = (topic.Key, shown, denied, model);

    public string Key { get; }

    /// <summary>Learns a topic; null where too few texts were shown.</summary>
    /// <param name="topic">With its examples.</param>
    /// <param name="all">All topics: what is about another is not about this, unless it was shown for both.</param>
    public static LearnedTopic? Of(Topic topic, IReadOnlyList<Topic> all)
    {
        ArgumentNullException.ThrowIfNull(topic);
        ArgumentNullException.ThrowIfNull(all);
        HashSet<string> positive = Folded(topic.Examples), negative = Folded(topic.NotAbout);
        List<string> others = [.. topic.NotAbout.Concat(topic.Beside).Concat(all.Where(t => t.Key != topic.Key).SelectMany(t => t.Examples)).Distinct(StringComparer.Ordinal).Where(t => !positive.Contains(FoldedText.Of(t)))];
        return topic.Examples.Count < FewestExamples || others.Count < FewestOthers
            ? null
            : new(topic, positive, negative, TopicTrainer.Train([.. topic.Examples.Select(t => new Example(t, About, "", "")), .. others.Select(t => new Example(t, Other, "", ""))]));
    }

    /// <summary>A text as it is kept to be shown: in one line, without addresses and numbers of persons.</summary>
    public static string Kept(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', Redaction.Redact(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Shorten(LongestText);
    }

    /// <summary>Whether a text is about it: as people said of that very text, else true where the whole or a sentence is likelier than not; null where nothing speaks for it.</summary>
    public bool? Judge(string text)
    {
        string folded = FoldedText.Of(Kept(text));
        if (shown.Contains(folded) || denied.Contains(folded))
        {
            return shown.Contains(folded);
        }

        lock (gate)
        {
            TopicScore whole = model.Best(read.Fold(text));
            return (whole.Label == About && whole.Score > 0.5) || model.PerSentence(text).Any(s => s.Label == About && s.Score > 0.5) ? true : null;
        }
    }

    private static HashSet<string> Folded(IReadOnlyList<string> texts) => [.. texts.Select(FoldedText.Of)];
}
