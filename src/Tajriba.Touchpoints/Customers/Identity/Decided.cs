using System.Data.Common;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>One decision that a person took of two identifiers.</summary>
/// <param name="A">One of them.</param>
/// <param name="B">The other, with the greater number.</param>
/// <param name="Time">When, in microseconds.</param>
/// <param name="Decision">What.</param>
/// <param name="Position">Its event.</param>
internal sealed record Decided(long A, long B, long Time, HandDecision Decision, long Position)
{
    /// <summary>Reads <c>a, b, time, decision, position</c>.</summary>
    public static Decided Read(DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), (HandDecision)r.GetInt32(3), r.GetInt64(4));

    /// <summary>What holds: the latest by its own time; of two at one time the more cautious.</summary>
    public static IEnumerable<Decided> Latest(IEnumerable<Decided> decisions) => decisions.GroupBy(d => (d.A, d.B)).Select(g => g.MaxBy(d => (d.Time, d.Decision))!);
}
