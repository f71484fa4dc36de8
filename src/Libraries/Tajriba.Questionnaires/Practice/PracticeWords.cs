using System.Text.Json;

namespace Tajriba.Questionnaires;

/// <summary>The words of a language by which bad practice is known.</summary>
internal sealed class PracticeWords
{
    private static readonly Lazy<IReadOnlyDictionary<string, PracticeWords>> Languages = new(Read);

    private PracticeWords(JsonElement json)
    {
        Joining = Folded(json, "joining");
        JoiningPrefix = Folded(json, "joiningPrefix");
        Joined = Folded(json, "joined");
        Leading = Folded(json, "leading");
        Private = Folded(json, "private");
        Declining = Folded(json, "declining");
        Positive = Folded(json, "positive");
        Negative = Folded(json, "negative");
    }

    /// <summary>Words between two things.</summary>
    public IReadOnlyList<PracticeWord> Joining { get; }

    /// <summary>What a word begins with that joins by itself, as the Arabic and-the.</summary>
    public IReadOnlyList<PracticeWord> JoiningPrefix { get; }

    /// <summary>Pairs of words that are one thing.</summary>
    public IReadOnlyList<PracticeWord> Joined { get; }

    public IReadOnlyList<PracticeWord> Leading { get; }

    public IReadOnlyList<PracticeWord> Private { get; }

    /// <summary>Answers that decline to answer.</summary>
    public IReadOnlyList<PracticeWord> Declining { get; }

    public IReadOnlyList<PracticeWord> Positive { get; }

    /// <summary>Looked for before <see cref="Positive"/>: "dissatisfied" holds "satisfied".</summary>
    public IReadOnlyList<PracticeWord> Negative { get; }

    /// <summary>The words of a locale's language, or null where there are none.</summary>
    public static PracticeWords? Of(string locale)
    {
        var cut = locale.IndexOf('-', StringComparison.Ordinal);
        return Languages.Value.GetValueOrDefault(cut < 0 ? locale : locale[..cut]);
    }

    private static IReadOnlyDictionary<string, PracticeWords> Read()
    {
        using var stream = typeof(PracticeWords).Assembly.GetManifestResourceStream("Tajriba.Questionnaires.Practice.practice-words.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(language => language.Name, language => new PracticeWords(language.Value), StringComparer.OrdinalIgnoreCase);
    }

    private static PracticeWord[] Folded(JsonElement json, string member)
        => json.TryGetProperty(member, out var words) ? [.. words.EnumerateArray().Select(word => new PracticeWord(word.GetString()!, FoldedText.Of(word.GetString()!)))] : [];
}
