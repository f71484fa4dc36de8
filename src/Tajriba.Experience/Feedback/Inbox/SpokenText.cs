using Tajriba.Experience.Feedback.Understand;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>A text in parts, those that moved its sentiment marked.</summary>
/// <param name="Text">As written.</param>
/// <param name="Weight">Above 0 towards positive, below towards negative; 0 where it moved nothing.</param>
internal sealed record SpokenText(string Text, double Weight)
{
    /// <summary>The parts of a text, in order.</summary>
    public static IReadOnlyList<SpokenText> Of(string text, string language)
    {
        var parts = new List<SpokenText>();
        var reached = 0;
        foreach (SentimentSpan span in new TextReading(Topics.Usual).Explain(text, language).OrderBy(s => s.Start))
        {
            if (span.Start < reached || span.End <= span.Start)
            {
                continue;
            }

            if (span.Start > reached)
            {
                parts.Add(new(text[reached..span.Start], 0));
            }

            parts.Add(new(text[span.Start..span.End], span.Weight));
            reached = span.End;
        }

        if (reached < text.Length)
        {
            parts.Add(new(text[reached..], 0));
        }

        return parts;
    }
}
