namespace Tajriba.Experience.Indicators;

/// <summary>What a condition asks of an attribute. An attribute that is missing meets only <see cref="IsNot"/>.</summary>
public enum ConditionTest
{
    Is,
    IsNot,
    AtLeast,
    AtMost,
    Above,
    Below,
    Exists,
}
