using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>What hurts in the journeys looked at.</summary>
/// <param name="Selection">The journeys looked at.</param>
/// <param name="Customers">Customers (objects, where no customer is known) among them.</param>
/// <param name="Findings">Frictions, the most harmful first.</param>
/// <param name="FailureByUnit">Closed journeys without success, unit by unit; empty where there is no outcome.</param>
/// <param name="SlowByUnit">Closed journeys that took more than twice the journey's median duration, unit by unit.</param>
public sealed record FrictionList(
    Selection Selection,
    int Customers,
    IReadOnlyList<FrictionFinding> Findings,
    IReadOnlyList<UnitStanding> FailureByUnit,
    IReadOnlyList<UnitStanding> SlowByUnit);
