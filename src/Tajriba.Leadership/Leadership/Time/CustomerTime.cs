namespace Tajriba.Leadership.Leadership.Time;

/// <summary>Time that a leader spent with customers.</summary>
/// <param name="Leader">Code of the leader.</param>
/// <param name="Kind">How.</param>
/// <param name="On">When.</param>
/// <param name="Hours">How long.</param>
/// <param name="Count">How many customers, calls or complaints; null where nobody counted.</param>
/// <param name="Learned">What was learned.</param>
public sealed record CustomerTime(string Leader, TimeKind Kind, DateOnly On, decimal Hours, int? Count, string Learned)
{
    /// <summary>A day has no more.</summary>
    public const decimal MostHours = 24;

    /// <summary>Most customers, calls or complaints of one entry.</summary>
    public const int MostCount = 10_000;
}
