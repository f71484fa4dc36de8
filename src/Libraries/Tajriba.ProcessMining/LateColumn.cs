using System.Diagnostics.CodeAnalysis;

namespace Tajriba.ProcessMining;

/// <summary>A column that is made when first read, or is there already. Safe for concurrent readers.</summary>
internal sealed class LateColumn<T> where T : unmanaged
{
    private readonly Lazy<Column<T>> _column;

    public LateColumn(Column<T> column)
    {
        _column = new Lazy<Column<T>>(column);
        Length = column.Length;
    }

    public LateColumn(int length, Func<Column<T>> make)
    {
        _column = new Lazy<Column<T>>(make);
        Length = length;
    }

    public static LateColumn<T> None { get; } = new(default(Column<T>));

    /// <summary>Number of values, known before they are.</summary>
    public int Length { get; }

    public ReadOnlySpan<T> Span => _column.Value.Span;

    [SuppressMessage("Usage", "CA2225", Justification = "An internal convenience; the constructor is the named alternative.")]
    public static implicit operator LateColumn<T>(Column<T> column) => new(column);

    [SuppressMessage("Usage", "CA2225", Justification = "An internal convenience; the constructor is the named alternative.")]
    public static implicit operator LateColumn<T>(T[] column) => new(new Column<T>(column));
}
