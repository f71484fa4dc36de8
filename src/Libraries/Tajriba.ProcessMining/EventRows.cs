using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>The columns of events while they are put in order.</summary>
internal sealed class EventRows(int count, bool withSource)
{
    public int[] Activities { get; } = Column<int>.Room(count);

    public long[] Times { get; } = Column<long>.Room(count);

    /// <summary>Where each event came from, when more than activity and time must follow it.</summary>
    public int[]? Source { get; } = withSource ? GC.AllocateUninitializedArray<int>(count) : null;

    /// <summary>Moves an event into a free place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Move(int from, int to)
    {
        Activities[to] = Activities[from];
        Times[to] = Times[from];
        if (Source is not null)
        {
            Source[to] = Source[from];
        }
    }
}
