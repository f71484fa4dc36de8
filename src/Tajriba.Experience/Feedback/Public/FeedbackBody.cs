using System.Text.Json.Serialization;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>A piece of feedback as a program sends it.</summary>
/// <param name="Text">What was said, 1 to 10,000 characters.</param>
/// <param name="Kind"><c>complaint</c>, <c>suggestion</c>, <c>praise</c>, <c>question</c>, <c>review</c>, <c>comment</c> or <c>call</c>; null: <c>comment</c>.</param>
/// <param name="Rating">1 to 5.</param>
/// <param name="Language">ISO 639 code; null to detect it.</param>
/// <param name="Step">The step of the journey that it is about.</param>
/// <param name="Feedback">What the sender calls it. Null: a code is drawn.</param>
/// <param name="MessageId">What is sent again under the same is told once; null: <paramref name="Feedback"/>.</param>
/// <param name="Unit">Code of a unit; null: the source's.</param>
/// <param name="Channel">Null: the source's.</param>
/// <param name="Time">When it was said; null: now.</param>
/// <param name="Customer">Who said it; null: somebody of whom nothing is known.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeedbackBody(
    string? Text, string? Kind, int? Rating, string? Language, string? Step, string? Feedback, string? MessageId, string? Unit, string? Channel, DateTimeOffset? Time, FeedbackSender? Customer);

/// <summary>Who said it.</summary>
/// <param name="Id">As the sender's systems know them; null: known by address or number alone.</param>
/// <param name="Email">An address.</param>
/// <param name="Phone">A number in any script's digits.</param>
/// <param name="Name">How they are called.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FeedbackSender(string? Id, string? Email, string? Phone, string? Name);
