using Microsoft.AspNetCore.Http;
using Tajriba.Experience.Feedback.Promises;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Understand.Edit;

/// <summary>A topic as its form sends it.</summary>
internal static class TopicForm
{
    private const int MostWords = 200;
    private const int LongestWord = 60;

    /// <summary>The topic, and what is wrong with it: <c>key</c>, <c>title</c>, <c>words</c> or <c>examples</c>.</summary>
    public static (Topic Topic, string? Fault) Parse(IFormCollection form)
    {
        var words = ReaderPreferences.Languages.ToDictionary(
            language => language,
            language => (IReadOnlyList<string>)[.. form["words-" + language].ToString().Split(['\n', '\r', ',', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)]);
        var topic = new Topic(form["key"].ToString().Trim(), SettingForms.Title(form), words, form["off"] == "true")
        {
            Examples = Texts(form["examples"].ToString()), NotAbout = Texts(form["not-about"].ToString()),
        };
        return (topic,
            !SettingForms.IsKey(topic.Key) ? "key"
            : !SettingForms.IsTitle(topic.Name) ? "title"
            : Math.Max(topic.Examples.Count, topic.NotAbout.Count) > TopicExamples.Most || (topic.Key == Topic.Alarm && topic.Examples.Count > 0) ? "examples"
            : (topic.Examples.Count < LearnedTopic.FewestExamples && words.Values.All(w => w.Count == 0)) || words.Values.Any(w => w.Count > MostWords || w.Any(one => !IsWord(one))) ? "words"
            : null);
    }

    /// <summary>One a line.</summary>
    private static IReadOnlyList<string> Texts(string lines)
        => [.. lines.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(LearnedTopic.Kept).Distinct(StringComparer.Ordinal)];

    /// <summary>One word, perhaps with a star at its end; a beginning of one or two letters would be in everything.</summary>
    private static bool IsWord(string word)
    {
        string bare = word.TrimEnd('*');
        return word.Length <= LongestWord && bare.Length >= (word.EndsWith('*') ? 3 : 2) && !bare.Any(c => char.IsWhiteSpace(c) || c == '*');
    }
}
