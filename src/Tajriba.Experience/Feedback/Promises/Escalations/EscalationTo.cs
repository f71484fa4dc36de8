namespace Tajriba.Experience.Feedback.Promises.Escalations;

/// <summary>Who is told that time runs out.</summary>
public enum EscalationTo
{
    /// <summary>Whoever has the case; where nobody has, those who manage its unit.</summary>
    Handler,

    /// <summary>Those who manage its unit, or the nearest above it that somebody manages.</summary>
    Unit,

    /// <summary>Those who manage the next unit above that.</summary>
    Above,
}
