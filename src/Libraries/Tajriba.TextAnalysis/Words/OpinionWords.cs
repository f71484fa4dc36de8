using System.Collections.Frozen;

namespace Tajriba.TextAnalysis;

/// <summary>The hand-made opinion words of one language, looked up by folded word.</summary>
internal sealed class OpinionWords
{
    private const string PositiveSigns = "😍 ❤ 👍 👏 😊 🙂 😁 😃 😄 🌹 💐 ✨ 💯 🙏 🥰 😘 👌 🤩 💚 💙 💖 ♥ 😋 🌟 ⭐ :) :d";
    private const string NegativeSigns = "😡 👎 😠 🤬 😤 😞 😢 😭 💔 🤮 😒 🤢 😑 😔 ☹ 🙁 😩 😫 😣 :(";

    private static readonly OpinionWords Persian = new(PersianWords.Positive, PersianWords.Negative, PersianWords.Negators);
    private static readonly OpinionWords Arabic = new(ArabicWords.Positive, ArabicWords.Negative, ArabicWords.Negators);
    private static readonly OpinionWords English = new(EnglishWords.Positive, EnglishWords.Negative, EnglishWords.Negators);

    private readonly FrozenDictionary<string, OpinionMark>.AlternateLookup<ReadOnlySpan<char>> marks;

    private OpinionWords(string positive, string negative, string negators)
    {
        PositiveList = Folded(positive + " " + PositiveSigns);
        NegativeList = Folded(negative + " " + NegativeSigns);
        var all = new Dictionary<string, OpinionMark>();
        Enter(all, PositiveList, OpinionMark.Positive);
        Enter(all, NegativeList, OpinionMark.Negative);
        Enter(all, Folded(negators), OpinionMark.Negator);
        marks = all.ToFrozenDictionary().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<string> PositiveList { get; }

    public IReadOnlyList<string> NegativeList { get; }

    public static OpinionWords Of(TextLanguage language) => language switch
    {
        TextLanguage.Fa => Persian,
        TextLanguage.Ar => Arabic,
        TextLanguage.En => English,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There are opinion words for Persian, Arabic and English."),
    };

    public OpinionMark MarkOf(ReadOnlySpan<char> word) => marks.TryGetValue(word, out OpinionMark mark) ? mark : OpinionMark.None;

    private static void Enter(Dictionary<string, OpinionMark> all, IReadOnlyList<string> words, OpinionMark mark)
    {
        foreach (string word in words)
        {
            all[word] = all.GetValueOrDefault(word) | mark;
        }
    }

    private static List<string> Folded(string words)
    {
        var folded = new FoldedText();
        return [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => folded.Fold(word).Match.ToString()).Where(word => word.Length > 0 && !word.Contains(' ')).Distinct()];
    }
}
