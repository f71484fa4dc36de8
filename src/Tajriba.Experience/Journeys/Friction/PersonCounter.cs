using Tajriba.Experience.Journeys.Instances;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Counts the different persons of journeys, again and again over the same log.</summary>
internal sealed class PersonCounter(InstanceLog log)
{
    private readonly int[] persons = log.Persons;
    private readonly int[] metIn = new int[log.Count];
    private int round;

    /// <summary>Customers (objects, where no customer is known) of the journeys.</summary>
    public int Count(ReadOnlySpan<int> journeys)
    {
        round++;
        var count = 0;
        foreach (var journey in journeys)
        {
            ref var met = ref metIn[persons[journey]];
            count += met == round ? 0 : 1;
            met = round;
        }

        return count;
    }
}
