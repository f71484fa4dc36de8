namespace Tajriba.Experience.Indicators;

/// <summary>What can go wrong in this room; mapped once to problem details.</summary>
public abstract record IndicatorError
{
    private IndicatorError()
    {
    }

    /// <summary>There is no such indicator, or none for this person.</summary>
    public sealed record NotFound : IndicatorError;

    /// <summary>A query parameter is unknown or holds something unreadable.</summary>
    /// <param name="Parameter">Its name.</param>
    /// <param name="Reason">Why, as a sentence.</param>
    public sealed record BadParameter(string Parameter, string Reason) : IndicatorError;

    /// <summary>A definition that cannot be.</summary>
    /// <param name="Member">Its member.</param>
    /// <param name="Reason">Key of the reason (<c>Required</c>, <c>TooLong</c>, <c>OutOfRange</c>, <c>Taken</c>).</param>
    public sealed record Invalid(string Member, string Reason) : IndicatorError;
}
