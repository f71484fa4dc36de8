using System.Text.Json;
using Tajriba.Experience.Feedback.Promises;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>The taxonomy as it is set, over the one that comes with the product.</summary>
public sealed class TopicBook(FeedbackSettings settings)
{
    private volatile Known? known;

    /// <summary>The taxonomy in force; another object after each change.</summary>
    public Topics Now
    {
        get
        {
            object stamp = settings.Stamp;
            if (known is { } one && ReferenceEquals(one.Stamp, stamp))
            {
                return one.Topics;
            }

            // Settings change for other reasons too: what is read by the same topics need not be read again.
            DateTimeOffset at = settings.LastOf([SettingKind.Topic]);
            Topics topics = known is { } before && before.At == at ? before.Topics : With(settings.Of(SettingKind.Topic).Select(v => Read(v.Body!)));
            known = new(stamp, at, topics);
            return topics;
        }
    }

    /// <summary>A topic that is tried and not in force, or null.</summary>
    public Topic? Draft(string key) => settings.Find(SettingKind.TopicDraft, key) is { Body: { } body } ? Read(body) : null;

    /// <summary>The taxonomy in force with one topic as it is tried.</summary>
    public Topics Trying(Topic draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return With(settings.Of(SettingKind.Topic).Select(v => Read(v.Body!)).Where(t => t.Key != draft.Key).Append(draft));
    }

    private static Topics With(IEnumerable<Topic> set)
    {
        var topics = Topics.Usual.Whole.ToDictionary(t => t.Key, StringComparer.Ordinal);
        foreach (Topic topic in set)
        {
            topics[topic.Key] = topic;
        }

        return new([.. topics.Values]);
    }

    private static Topic Read(string body) => JsonSerializer.Deserialize<Topic>(body, FeedbackSettings.Json)!;

    private sealed record Known(object Stamp, DateTimeOffset At, Topics Topics);
}
