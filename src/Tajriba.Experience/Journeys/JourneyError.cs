namespace Tajriba.Experience.Journeys;

/// <summary>What can go wrong in this room; mapped once to problem details.</summary>
public abstract record JourneyError
{
    private JourneyError()
    {
    }

    /// <summary>There is no such journey, or none for this person.</summary>
    public sealed record NotFound : JourneyError;

    /// <summary>A query parameter is unknown or holds something unreadable.</summary>
    /// <param name="Parameter">Its name.</param>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record BadParameter(string Parameter, string Reason) : JourneyError;

    /// <summary>A definition that cannot be.</summary>
    /// <param name="Member">Its member.</param>
    /// <param name="Reason">Key of the reason (<c>Required</c>, <c>TooLong</c>, <c>OutOfRange</c>).</param>
    public sealed record Invalid(string Member, string Reason) : JourneyError;
}
