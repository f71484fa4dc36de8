namespace Tajriba.ProcessMining.ObjectCentric;

/// <summary>One activity directly followed by another in the lives of objects of one type.</summary>
/// <param name="From">The earlier activity.</param>
/// <param name="To">The later activity.</param>
/// <param name="Events">Distinct pairs of events.</param>
/// <param name="Objects">Distinct objects that took this step.</param>
/// <param name="Total">Steps taken: a pair of events counts once for each object that both concern one after the other.</param>
public sealed record ObjectCentricEdge(string From, string To, long Events, long Objects, long Total);
