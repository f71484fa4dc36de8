namespace Tajriba.Organization.Processes.Silos;

/// <summary>A border between departments over which customers' matters are handed.</summary>
/// <param name="From">Code of the unit that hands on.</param>
/// <param name="To">Code of the unit that takes over.</param>
/// <param name="Count">How often it happened.</param>
/// <param name="MedianWaitSeconds">How long it lay in between, in half of the cases at most.</param>
public sealed record Silo(string From, string To, int Count, double MedianWaitSeconds)
{
    /// <summary>Days that lay between, over all hand-overs, by the median.</summary>
    public double WaitDays => Count * MedianWaitSeconds / 86_400;
}
