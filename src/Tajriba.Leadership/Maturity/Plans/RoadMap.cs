namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>What is done in which quarter so that the gaps of an assessment close.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Campaign">Number of the assessment.</param>
/// <param name="Round">Code of the round whose order it follows, or null.</param>
/// <param name="Steps">What is done.</param>
public sealed record RoadMap(string Name, long Campaign, string? Round, IReadOnlyList<RoadStep> Steps)
{
    /// <summary>Most steps.</summary>
    public const int MostSteps = 60;

    /// <summary>Steps by quarter, then in their order.</summary>
    public IEnumerable<RoadStep> InOrder => Steps.OrderBy(s => s.Quarter);

    /// <summary>Steps that are planned before one that they wait for is over.</summary>
    public IEnumerable<(RoadStep Step, RoadStep Awaited)> TooEarly
        => from step in Steps
           from awaited in Steps
           where step.After.Contains(awaited.Key) && step.Quarter <= awaited.Quarter
           select (step, awaited);
}
