using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>What a customer may know of what they told.</summary>
/// <param name="Said">Their words.</param>
/// <param name="ReceivedAt">When they told it.</param>
/// <param name="Kept">The case that goes on for it; null while there is none.</param>
/// <param name="Clocks">How its promises stand.</param>
internal sealed record Matter(string Said, DateTimeOffset ReceivedAt, KeptCase? Kept, IReadOnlyList<SlaClock> Clocks);
