namespace Tajriba.ProcessMining.ObjectCentric;

/// <summary>An activity as it concerns objects of one type.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Events">Distinct events.</param>
/// <param name="Objects">Distinct objects.</param>
public sealed record ObjectCentricCount(string Activity, long Events, long Objects);
