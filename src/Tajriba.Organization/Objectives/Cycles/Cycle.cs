using System.Text.Json.Serialization;

namespace Tajriba.Organization.Objectives.Cycles;

/// <summary>The days within which objectives are to be reached.</summary>
/// <param name="Name">What it is called: a quarter of the calendar that the house goes by.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed record Cycle(string Name, DateOnly From, DateOnly To)
{
    /// <summary>Most days of one.</summary>
    public const int MostDays = 800;

    /// <summary>Whether its objectives were scored and what was learned is written down.</summary>
    public bool IsClosed { get; init; }

    /// <summary>What the house learned in it.</summary>
    public string Learned { get; init; } = "";

    [JsonIgnore]
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Share of its days that are over, 0 to 1.</summary>
    public double Elapsed(DateOnly today) => Math.Clamp((double)(today.DayNumber - From.DayNumber) / Days, 0, 1);

    /// <summary>Whether a day lies in it.</summary>
    public bool Holds(DateOnly day) => day >= From && day <= To;
}
