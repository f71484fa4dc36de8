namespace Tajriba.TextAnalysis;

/// <summary>What a changed taxonomy would have labelled otherwise over history. Add one text after another; not for several threads at once.</summary>
/// <param name="before">The topics as they are.</param>
/// <param name="after">The topics as they would be.</param>
public sealed class TopicBacktest(TopicModel before, TopicModel after)
{
    private readonly FoldedText folded = new();
    private readonly Dictionary<(string? Before, string? After), int> moves = [];

    /// <summary>How many texts were tried.</summary>
    public int Texts { get; private set; }

    /// <summary>How many of them would be labelled otherwise.</summary>
    public int Changed { get; private set; }

    /// <summary>How many texts would go from which label to which, the most first; null is no topic.</summary>
    public IReadOnlyList<(string? Before, string? After, int Texts)> Moves =>
        [.. moves.Select(m => (m.Key.Before, m.Key.After, m.Value)).OrderByDescending(m => m.Value).ThenBy(m => m.Before, StringComparer.Ordinal).ThenBy(m => m.After, StringComparer.Ordinal)];

    /// <summary>Tries a text: its label as it is and as it would be; null where no topic fits.</summary>
    public (string? Before, string? After) Add(string text)
    {
        folded.Fold(text);
        (string? Before, string? After) labels = (LabelOf(before), LabelOf(after));
        Texts++;
        if (labels.Before != labels.After)
        {
            Changed++;
            moves[labels] = moves.GetValueOrDefault(labels) + 1;
        }

        return labels;
    }

    private string? LabelOf(TopicModel model) => model.Best(folded) is { Fits: true } best ? best.Label : null;
}
