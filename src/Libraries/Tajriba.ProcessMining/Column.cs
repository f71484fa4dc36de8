using System.Diagnostics.CodeAnalysis;

namespace Tajriba.ProcessMining;

/// <summary>A run of values that lives in a managed array or in memory mapped by the caller; read through a span either way.</summary>
internal readonly unsafe struct Column<T> where T : unmanaged
{
    private const int LargeBytes = 1 << 17;
    private readonly T[]? _array;
    private readonly T* _pointer;

    public Column(T[] array) : this(array, array.Length)
    {
    }

    public Column(T[] array, int length)
    {
        _array = array;
        Length = length;
    }

    public Column(T* pointer, int length)
    {
        _pointer = pointer;
        Length = length;
    }

    public int Length { get; }

    /// <summary>
    /// Room for a column of a log, not cleared. Large columns lie where the collector neither moves them nor takes them as a measure of
    /// how much garbage may gather among other large arrays: a log that lives long would otherwise let several times its size pile up.
    /// </summary>
    public static T[] Room(int length) => GC.AllocateUninitializedArray<T>(length, pinned: (long)length * sizeof(T) >= LargeBytes);

    public ReadOnlySpan<T> Span => _array is null ? new ReadOnlySpan<T>(_pointer, Length) : _array.AsSpan(0, Length);

    [SuppressMessage("Usage", "CA2225", Justification = "An internal convenience; the constructor is the named alternative.")]
    public static implicit operator Column<T>(T[] array) => new(array);
}
