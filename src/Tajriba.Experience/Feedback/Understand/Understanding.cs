using Tajriba.TextAnalysis;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>What was made of a text.</summary>
/// <param name="Language">ISO 639 code of the language that it is written in.</param>
/// <param name="Sentiment">How likely it is negative, neutral and positive.</param>
/// <param name="Topics">Keys of what it is about.</param>
/// <param name="Urgency">How soon somebody should read it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Folded">Its words as they are searched, apart by spaces.</param>
public sealed record Understanding(string Language, SentimentScore Sentiment, IReadOnlyList<string> Topics, Urgency Urgency, UrgencyReason Reason, string Folded);
