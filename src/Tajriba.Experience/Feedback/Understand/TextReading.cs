using Tajriba.Experience.Feedback.Inbox;
using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>Reads what customers wrote: language, sentiment, topics and urgency. Not for several threads at once.</summary>
public sealed class TextReading(Topics topics)
{
    /// <summary>From here on words are clearly negative.</summary>
    private const double Angry = 0.7;
    private const double Negative = 0.5;

    private readonly TextAnalyzer analyzer = new();

    /// <summary>What a text says.</summary>
    /// <param name="text">As written.</param>
    /// <param name="language">The language that its sender named; null or unknown to detect it.</param>
    /// <param name="kind">What it was told as.</param>
    /// <param name="rating">1 to 5, or null.</param>
    public Understanding Read(string text, string? language, FeedbackKind kind, int? rating)
    {
        ArgumentNullException.ThrowIfNull(text);
        TextLanguage written = LanguageCodes.TryParse(language, out TextLanguage named) ? named : analyzer.Detect(text).Language;
        SentimentScore sentiment = analyzer.Sentiment(text, written <= TextLanguage.En ? written : null, out TextLanguage read);
        (IReadOnlyList<string> about, bool alarm) = topics.In(analyzer.Folded, text, read);
        (Urgency urgency, UrgencyReason reason) = UrgencyOf(kind, rating, sentiment.Negative, alarm);
        return new Understanding(written.Code(), sentiment, about, urgency, reason, Words());
    }

    /// <summary>Whether a text is given a topic, or says a word of alarm.</summary>
    /// <param name="text">As written.</param>
    /// <param name="language">The language that it was read in.</param>
    /// <param name="key">Key of the topic.</param>
    public bool Has(string text, string language, string key)
    {
        analyzer.Sentiment(text, LanguageCodes.TryParse(language, out TextLanguage named) && named <= TextLanguage.En ? named : null, out TextLanguage read);
        (IReadOnlyList<string> about, bool alarm) = topics.In(analyzer.Folded, text, read);
        return key == Topic.Alarm ? alarm : about.Contains(key, StringComparer.Ordinal);
    }

    /// <summary>The words that moved the sentiment of a text, as offsets into it.</summary>
    public IReadOnlyList<SentimentSpan> Explain(string text, string? language)
    {
        analyzer.Sentiment(text, LanguageCodes.TryParse(language, out TextLanguage named) && named <= TextLanguage.En ? named : null, out TextLanguage read);
        return analyzer.Explain(read);
    }

    /// <summary>The words of what somebody looks for, folded as those of texts are.</summary>
    public static IReadOnlyList<string> Terms(string search)
    {
        FoldedText folded = new FoldedText().Fold(search);
        var terms = new List<string>();
        foreach (Token token in folded.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                // Both databases index the parts of "don't" apart.
                terms.AddRange(folded.TextOf(token).ToString().Split('\'', StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return terms;
    }

    /// <summary>How soon: words of alarm, the lowest rating and angry complaints at once; other complaints, questions, low ratings and negative words in their turn.</summary>
    public static (Urgency Urgency, UrgencyReason Reason) UrgencyOf(FeedbackKind kind, int? rating, double negative, bool alarm) => kind switch
    {
        _ when alarm && kind is not FeedbackKind.Praise => (Urgency.High, UrgencyReason.Alarm),
        _ when rating == 1 => (Urgency.High, UrgencyReason.LowestRating),
        FeedbackKind.Complaint when negative >= Angry => (Urgency.High, UrgencyReason.AngryComplaint),
        FeedbackKind.Complaint => (Urgency.Normal, UrgencyReason.Complaint),
        FeedbackKind.Question => (Urgency.Normal, UrgencyReason.Question),
        _ when rating == 2 => (Urgency.Normal, UrgencyReason.LowRating),
        _ when negative >= Negative => (Urgency.Normal, UrgencyReason.Negative),
        _ => (Urgency.Low, UrgencyReason.None),
    };

    private string Words()
    {
        var words = new System.Text.StringBuilder();
        foreach (Token token in analyzer.Folded.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number)
            {
                words.Append(words.Length == 0 ? "" : " ").Append(analyzer.Folded.TextOf(token));
            }
        }

        return words.ToString();
    }
}
