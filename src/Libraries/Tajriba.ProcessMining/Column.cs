using System.Diagnostics.CodeAnalysis;

namespace Tajriba.ProcessMining;

/// <summary>A run of values that lives in a managed array or in memory mapped by the caller; read through a span either way.</summary>
internal readonly unsafe struct Column<T> where T : unmanaged
{
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

    public ReadOnlySpan<T> Span => _array is null ? new ReadOnlySpan<T>(_pointer, Length) : _array.AsSpan(0, Length);

    [SuppressMessage("Usage", "CA2225", Justification = "An internal convenience; the constructor is the named alternative.")]
    public static implicit operator Column<T>(T[] array) => new(array);
}
