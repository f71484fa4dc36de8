using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Looks for one kind of friction.</summary>
/// <param name="selection">The journeys to look at.</param>
/// <param name="cells">Where each is counted.</param>
internal delegate IEnumerable<FrictionTally> FrictionFinder(Selection selection, ExposureCells cells);
