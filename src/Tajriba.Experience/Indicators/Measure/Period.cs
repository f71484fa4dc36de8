namespace Tajriba.Experience.Indicators.Measure;

/// <summary>Some days.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>As many days right before.</summary>
    public Period Before() => new(From.AddDays(-Math.Min(Days, From.DayNumber)), From.AddDays(-Math.Min(1, From.DayNumber)));
}
