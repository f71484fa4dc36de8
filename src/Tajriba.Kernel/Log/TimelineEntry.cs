using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Log;

/// <summary>One event of one object.</summary>
internal readonly record struct TimelineEntry(long Object, long Time, long Position)
{
    /// <summary>By object, then time, then position.</summary>
    public readonly struct Order : IComparer<TimelineEntry>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Compare(TimelineEntry x, TimelineEntry y)
        {
            var order = x.Object.CompareTo(y.Object);
            if (order == 0)
            {
                order = x.Time.CompareTo(y.Time);
            }

            return order == 0 ? x.Position.CompareTo(y.Position) : order;
        }
    }
}
