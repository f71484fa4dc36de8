using System.Text.Json;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>What customers speak of, found by its words and by what people showed.</summary>
public sealed class Topics
{
    private readonly Dictionary<(string Language, string Word), List<string>> whole = [];
    private readonly Dictionary<string, List<(string Beginning, string Topic)>> beginnings = new(StringComparer.Ordinal);

    private readonly LearnedTopic[] learned;

    public Topics(IReadOnlyList<Topic> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        Whole = topics;
        All = [.. topics.Where(t => t.Key != Topic.Alarm && !t.IsOff)];
        learned = [.. All.Select(t => LearnedTopic.Of(t, All)).OfType<LearnedTopic>()];
        foreach (Topic topic in topics.Where(t => !t.IsOff))
        {
            foreach ((string language, IReadOnlyList<string> words) in topic.Words)
            {
                foreach (string word in words)
                {
                    Add(topic.Key, language, word);
                }
            }
        }
    }

    /// <summary>The taxonomy that comes with the product.</summary>
    public static Topics Usual { get; } = new(Read());

    /// <summary>Those that texts are given.</summary>
    public IReadOnlyList<Topic> All { get; }

    /// <summary>Also those that are switched off, and the words of alarm.</summary>
    public IReadOnlyList<Topic> Whole { get; }

    /// <summary>The topics of a folded text in the order of the taxonomy, and whether it says a word of alarm.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="written">The text as written.</param>
    /// <param name="language">The language that it was read in: the same letters mean other things in another.</param>
    public (IReadOnlyList<string> Topics, bool Alarm) In(FoldedText text, string written, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Token token in text.Tokens)
        {
            if (token.Kind == TokenKind.Word)
            {
                Look(language.Code(), text.TextOf(token).ToString(), found);
            }
        }

        foreach (LearnedTopic topic in learned)
        {
            if (topic.Judge(written) is { } isAbout)
            {
                _ = isAbout ? found.Add(topic.Key) : found.Remove(topic.Key);
            }
        }

        return ([.. All.Select(t => t.Key).Where(found.Contains)], found.Contains(Topic.Alarm));
    }

    /// <summary>What people call some topics, in a row.</summary>
    public string Names(IEnumerable<string> keys, string language) =>
        string.Join(language == "en" ? ", " : "، ", keys.Select(key => Whole.FirstOrDefault(t => t.Key == key)?.Name.In(language) ?? key));

    private void Look(string language, string word, HashSet<string> found)
    {
        if (whole.TryGetValue((language, word), out List<string>? topics))
        {
            found.UnionWith(topics);
        }

        foreach ((string beginning, string topic) in beginnings.GetValueOrDefault(language, []))
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                found.Add(topic);
            }
        }
    }

    private void Add(string topic, string language, string word)
    {
        string folded = FoldedText.Of(word.TrimEnd('*'));
        if (word.EndsWith('*'))
        {
            if (!beginnings.TryGetValue(language, out List<(string, string)>? known))
            {
                beginnings[language] = known = [];
            }

            known.Add((folded, topic));
        }
        else if (whole.TryGetValue((language, folded), out List<string>? others))
        {
            others.Add(topic);
        }
        else
        {
            whole[(language, folded)] = [topic];
        }
    }

    private static Topic[] Read()
    {
        using Stream stream = typeof(Topics).Assembly.GetManifestResourceStream("Tajriba.Experience.Feedback.Understand.topics.json")!;
        return JsonSerializer.Deserialize<Topic[]>(stream, JsonSerializerOptions.Web)!;
    }
}
