using Tajriba.Demo.Journeys;
using Tajriba.Demo.Story;

namespace Tajriba.Demo.Truths;

/// <summary>A friction that the story plants, with the size of its effect as the story's own parameters give it.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Journey">Journey in which it shows.</param>
/// <param name="From">Step, or first of two steps, where it shows.</param>
/// <param name="To">Second step; the same where there is only one.</param>
/// <param name="Confounder">Attribute that must be held fixed.</param>
/// <param name="Effect">
/// True difference in the share of successful journeys, struck minus not struck, all else equal: the same in every
/// stratum of the confounder.
/// </param>
/// <param name="EffectOnComplaints">True difference in the share of journeys with a complaint.</param>
/// <param name="Note">What else to know, in one sentence.</param>
public sealed record PlantedFriction(
    string Code,
    DemoJourney Journey,
    EventKind From,
    EventKind To,
    string Confounder,
    double Effect,
    double EffectOnComplaints,
    string Note);
