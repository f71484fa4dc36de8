namespace Tajriba.Organization.Objectives.Checkins;

/// <summary>How an objective stands, as somebody said at a moment.</summary>
/// <param name="At">When.</param>
/// <param name="Confidence">How sure they are that it will be reached, 0 to 1; null where nothing was said.</param>
/// <param name="Note">What moved, what is in the way, what comes next.</param>
public sealed record Checkin(DateTimeOffset At, double? Confidence, string Note)
{
    /// <summary>Values told, by the key of the key result.</summary>
    public IReadOnlyDictionary<string, double> Values { get; init; } = new Dictionary<string, double>();

    /// <summary>Id of the person who said so; null where the product did.</summary>
    public long? By { get; init; }

    /// <summary>
    /// The check-ins that hold, oldest first: a version that repeats an earlier moment takes back what came after it, and one that is
    /// gone takes back all.
    /// </summary>
    public static IReadOnlyList<Checkin> Series(IEnumerable<Checkin?> versions)
    {
        var held = new List<Checkin>();
        foreach (Checkin? version in versions)
        {
            held.RemoveAll(c => version is null || c.At >= version.At);
            if (version is not null)
            {
                held.Add(version);
            }
        }

        return held;
    }
}
