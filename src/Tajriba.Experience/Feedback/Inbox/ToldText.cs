using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Feedback.Inbox;

/// <summary>A text of a customer as an event tells it, before it is understood.</summary>
/// <param name="Event">The event.</param>
/// <param name="Place">Its place among the event's texts.</param>
/// <param name="Code">What it is called to its sender.</param>
/// <param name="Kind">What it was told as.</param>
/// <param name="Text">As written.</param>
/// <param name="Language">The language that its sender named.</param>
/// <param name="Rating">1 to 5.</param>
/// <param name="Step">The step that it is about.</param>
/// <param name="Survey">Key of the survey that it answers.</param>
internal sealed record ToldText(LoggedEvent Event, int Place, string Code, FeedbackKind Kind, string Text, string? Language, int? Rating, string? Step, string? Survey)
{
    public long Id => (Event.Position * FeedbackItem.MostOfOneEvent) + Place;
}
