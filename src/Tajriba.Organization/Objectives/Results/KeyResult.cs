using System.Text.Json.Serialization;
using Tajriba.Experience.Indicators.Figures;

namespace Tajriba.Organization.Objectives.Results;

/// <summary>By what it is seen that an objective is reached: an indicator that measures itself, or a number that somebody tells.</summary>
/// <param name="Key">Its name within the objective: <c>K1</c>.</param>
/// <param name="Title">What is counted.</param>
/// <param name="Target">What is to be reached, in the unit of measure; where <see cref="IsRelative"/>, the change of the baseline (-0.5 for half of it).</param>
public sealed record KeyResult(string Key, string Title, double Target)
{
    /// <summary>Most days over which an indicator is looked at.</summary>
    public const int MostDays = 366;

    /// <summary>What is measured; null where somebody tells the value.</summary>
    public FigureCut? Indicator { get; init; }

    /// <summary>Code of the unit in which it is measured, with all below it; null for the organization.</summary>
    public string? Unit { get; init; }

    /// <summary>Days up to today over which it is measured; 0 for those of the cycle so far.</summary>
    public int Days { get; init; } = 28;

    /// <summary>Where it began; null where the product measures that: as many days before the cycle.</summary>
    public double? Baseline { get; init; }

    /// <summary>Whether the target is a change of the baseline.</summary>
    public bool IsRelative { get; init; }

    /// <summary>Whether it is good already and is to stay so.</summary>
    public bool Keeps { get; init; }

    /// <summary>Of one that somebody tells: whether less is better.</summary>
    public bool LessIsBetter { get; init; }

    /// <summary>Of one that somebody tells: whether it is a share.</summary>
    public bool IsShare { get; init; }

    /// <summary>How much it counts among those of the objective, above 0.</summary>
    public double Weight { get; init; } = 1;

    [JsonIgnore]
    public bool MeasuresItself => Indicator is not null;
}
