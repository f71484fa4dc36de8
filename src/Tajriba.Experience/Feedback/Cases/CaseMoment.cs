using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Sla;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>Something that was done to a case. A case is what its moments make of it: nothing else is kept.</summary>
/// <param name="At">When.</param>
/// <param name="By">Id of the person who did it; null where the product or the customer did.</param>
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Prioritized), "prioritized")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Joined), "joined")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(Waited), "waited")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Resolved), "resolved")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Absorbed), "absorbed")]
[JsonDerivedType(typeof(Parted), "parted")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Rated), "rated")]
public abstract record CaseMoment(DateTimeOffset At, long? By)
{
    /// <summary>It begins, from a piece of feedback.</summary>
    /// <param name="Item">Number of the feedback.</param>
    /// <param name="Unit">Code of the unit that has to answer; null for the organization.</param>
    /// <param name="Rule">Key of the rule that opened it; null where a person did.</param>
    /// <param name="Earlier">Code of the same customer's case that was resolved shortly before; null for none.</param>
    public sealed record Opened(DateTimeOffset At, long? By, long Item, string? Unit, CasePriority Priority, string? Rule, string? Earlier = null) : CaseMoment(At, By);

    /// <summary>Somebody takes it, or it goes back to nobody.</summary>
    public sealed record Assigned(DateTimeOffset At, long? By, long? To) : CaseMoment(At, By);

    /// <summary>Another unit has to answer.</summary>
    /// <param name="To">Who has it there; null for nobody yet.</param>
    public sealed record Moved(DateTimeOffset At, long? By, string? Unit, long? To = null) : CaseMoment(At, By);

    public sealed record Prioritized(DateTimeOffset At, long? By, CasePriority Priority) : CaseMoment(At, By);

    /// <summary>A note among colleagues.</summary>
    /// <param name="Mentions">People who are told.</param>
    public sealed record Noted(DateTimeOffset At, long? By, string Text, IReadOnlyList<long> Mentions) : CaseMoment(At, By);

    /// <summary>Another piece of the same customer's feedback belongs to it.</summary>
    public sealed record Joined(DateTimeOffset At, long? By, long Item) : CaseMoment(At, By);

    /// <summary>The customer was written to.</summary>
    /// <param name="Message">The message that carries it; null where it was said by other ways.</param>
    public sealed record Answered(DateTimeOffset At, long? By, string Text, long? Message) : CaseMoment(At, By);

    /// <summary>The customer wrote back; who was waited for is heard, and what was resolved is open again.</summary>
    public sealed record Replied(DateTimeOffset At, string Text) : CaseMoment(At, null);

    /// <summary>It waits for somebody outside.</summary>
    public sealed record Waited(DateTimeOffset At, long? By, WaitsFor For) : CaseMoment(At, By);

    public sealed record Resumed(DateTimeOffset At, long? By) : CaseMoment(At, By);

    /// <param name="Cause">Key of the root cause.</param>
    /// <param name="Action">What was done about it.</param>
    public sealed record Resolved(DateTimeOffset At, long? By, string Cause, string Action) : CaseMoment(At, By);

    public sealed record Closed(DateTimeOffset At, long? By) : CaseMoment(At, By);

    /// <param name="Reason">Why it is not done after all.</param>
    public sealed record Reopened(DateTimeOffset At, long? By, string Reason) : CaseMoment(At, By);

    /// <param name="Into">Code of the case that goes on for both.</param>
    public sealed record Merged(DateTimeOffset At, long? By, string Into) : CaseMoment(At, By);

    /// <summary>It goes on for another case too: the other side of <see cref="Merged"/>.</summary>
    /// <param name="From">Code of the case that went into it.</param>
    public sealed record Absorbed(DateTimeOffset At, long? By, string From) : CaseMoment(At, By);

    /// <summary>A merge is undone: the case goes on by itself, as it stood before.</summary>
    public sealed record Parted(DateTimeOffset At, long? By) : CaseMoment(At, By);

    /// <summary>The other side of <see cref="Parted"/>.</summary>
    /// <param name="From">Code of the case that goes on by itself.</param>
    public sealed record Released(DateTimeOffset At, long? By, string From) : CaseMoment(At, By);

    /// <summary>A share of the time that was promised is used up, and somebody is told.</summary>
    /// <param name="Target">Whose clock.</param>
    /// <param name="Share">How much of it: 1 where the time is over.</param>
    /// <param name="Told">Ids of the people who are told.</param>
    /// <param name="Raised">The priority that it has from then on, which changes no promise; null where it stays.</param>
    public sealed record Escalated(DateTimeOffset At, SlaTarget Target, double Share, IReadOnlyList<long> Told, CasePriority? Raised = null) : CaseMoment(At, null);

    /// <summary>The customer says how well it was resolved.</summary>
    /// <param name="Stars">1 to 5.</param>
    /// <param name="Text">In words; null for none.</param>
    public sealed record Rated(DateTimeOffset At, int Stars, string? Text) : CaseMoment(At, null);
}
