namespace Tajriba.Statistics;

/// <summary>What a customer's purchases come down to in models of lifetime value; times in any one unit, often weeks.</summary>
/// <param name="Repeats">x: purchases after the first, a whole number, not negative.</param>
/// <param name="Recency">t_x: time from the first to the last purchase; 0 where there is only the first.</param>
/// <param name="Age">T: time from the first purchase to now, at least the recency.</param>
/// <param name="MeanValue">Mean value of the repeat purchases; 0 where there are none or it is not known.</param>
public readonly record struct PurchaseHistory(double Repeats, double Recency, double Age, double MeanValue = 0)
{
    internal void Check(string name)
    {
        if (!(Repeats >= 0 && Repeats == Math.Floor(Repeats) && Recency >= 0 && Age >= Recency && double.IsFinite(Age) && MeanValue >= 0 && double.IsFinite(MeanValue)))
        {
            throw new ArgumentException("Needs 0 <= t_x <= T, whole repeats and values of 0 or more.", name);
        }

        if (Repeats > 0 && !(Recency > 0))
        {
            throw new ArgumentException("A repeat purchase needs a positive t_x.", name);
        }
    }
}
