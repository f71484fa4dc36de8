namespace Tajriba.Statistics;

/// <summary>Limits between which a process in control stays, in the unit of the chart.</summary>
/// <param name="Lower">Lower control limit.</param>
/// <param name="Upper">Upper control limit.</param>
public readonly record struct ControlLimits(double Lower, double Upper)
{
    /// <summary>True for a value strictly beyond a limit; a value on the limit is still within.</summary>
    public bool Excludes(double value) => value < Lower || value > Upper;
}
