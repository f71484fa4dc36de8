namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>How often two identifiers were told of, and which event did so first by its own time.</summary>
internal struct LinkEvidence
{
    public long Position;
    public long Time;
    public long Count;

    public void Add(long position, long time)
    {
        if (Count == 0 || time < Time || (time == Time && position < Position))
        {
            (Position, Time) = (position, time);
        }

        Count++;
    }
}
