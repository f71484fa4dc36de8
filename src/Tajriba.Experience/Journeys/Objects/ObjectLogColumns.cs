using System.Buffers.Text;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>Columns that every object log has beside the attributes it learned.</summary>
public static class ObjectLogColumns
{
    public const string Channel = "channel";
    public const string Unit = "unit";

    /// <summary>The employee who did it, as the log's object number.</summary>
    public const string Employee = "employee";

    /// <summary>The customer behind an object, as the log's object number; one per object.</summary>
    public const string Customer = "case:customer";

    public const string CustomerType = "customer";
    public const string EmployeeType = "employee";

    /// <summary>Object numbers are kept as decimal text.</summary>
    public static long Number(ReadOnlySpan<byte> text) => Utf8Parser.TryParse(text, out long number, out _) ? number : 0;
}
