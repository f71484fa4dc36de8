namespace Tajriba.Questionnaires;

/// <summary>Which half of a pair a question is, from its member <c>pair</c>.</summary>
public enum MeasurePair
{
    /// <summary>Kano: how one feels if the feature is there.</summary>
    Functional,

    /// <summary>Kano: how one feels if it is not.</summary>
    Dysfunctional,

    /// <summary>SERVQUAL: what one expects of an excellent provider.</summary>
    Expectation,

    /// <summary>SERVQUAL: what one met here.</summary>
    Perception,
}
