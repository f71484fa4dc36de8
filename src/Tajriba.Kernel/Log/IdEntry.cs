using System.Runtime.CompilerServices;

namespace Tajriba.Kernel.Log;

/// <summary>Where an event stands whose (source, id) has a hash. Equal hashes only say that it is worth a look.</summary>
internal readonly record struct IdEntry(ulong Hash, long Position)
{
    /// <summary>By hash, as runs keep them.</summary>
    public readonly struct Order : IComparer<IdEntry>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public int Compare(IdEntry x, IdEntry y) => x.Hash.CompareTo(y.Hash);
    }
}
