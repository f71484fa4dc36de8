namespace Tajriba.Client.Delivery;

/// <summary>What an attempt came to.</summary>
/// <param name="Verdict">What follows from it.</param>
/// <param name="RetryAfter">How long the server asks to be left alone, or null.</param>
/// <param name="Detail">What the server said, or null.</param>
/// <param name="Refused">Of a batch that was taken, the places of the messages that the server put aside, each with its reason.</param>
/// <param name="Fault">What went wrong, where it is to be tried again; null otherwise.</param>
internal sealed record Answer(Verdict Verdict, TimeSpan? RetryAfter = null, string? Detail = null, IReadOnlyList<(int Place, string Reason)>? Refused = null, Exception? Fault = null);
