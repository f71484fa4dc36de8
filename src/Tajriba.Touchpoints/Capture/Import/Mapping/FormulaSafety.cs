namespace Tajriba.Touchpoints.Capture.Import.Mapping;

/// <summary>
/// Keeps spreadsheets from taking text for a formula. A cell of any number of apostrophes before <c>= + - @</c>, tab or
/// return gets one apostrophe more, and <see cref="Undo"/> takes one off, so that every text survives the way out and in.
/// </summary>
public static class FormulaSafety
{
    /// <summary>Whether the cell needs an apostrophe before it.</summary>
    public static bool Needs(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> rest = cell.TrimStart((byte)'\'');
        return rest.Length > 0 && "=+-@\t\r"u8.Contains(rest[0]);
    }

    public static ReadOnlySpan<byte> Undo(ReadOnlySpan<byte> cell) =>
        cell.Length > 1 && cell[0] == '\'' && Needs(cell) ? cell[1..] : cell;
}
