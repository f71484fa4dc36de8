namespace Tajriba.Organization.Objectives.Results;

/// <summary>The arithmetic of key results.</summary>
public static class ResultProgress
{
    /// <summary>From so likely on, something is on track.</summary>
    public const double Likely = 0.7;

    /// <summary>Below so likely, something is off track.</summary>
    public const double Unlikely = 0.3;

    /// <summary>By so much progress may lag behind time before something is at risk, where nothing can be forecast.</summary>
    public const double Lag = 0.1;

    /// <summary>By so much before it is off track.</summary>
    public const double LongLag = 0.3;

    /// <summary>The target in the unit of measure; null where it is a change of a baseline that is not known.</summary>
    public static double? Goal(double target, bool isRelative, double? baseline) => isRelative ? baseline * (1 + target) : target;

    /// <summary>How far a value is on its way from the baseline to the goal: 0 at the one, 1 at the other, beyond both possible.</summary>
    /// <param name="value">What is measured now.</param>
    /// <param name="baseline">Where it began; null where that is not known.</param>
    /// <param name="goal">Where it is to be.</param>
    /// <param name="lessIsBetter">Whether less is better.</param>
    /// <param name="keeps">Whether it is to stay good: then only that counts.</param>
    /// <returns>The share of the way; null where it cannot be told.</returns>
    public static double? Of(double value, double? baseline, double goal, bool lessIsBetter, bool keeps)
    {
        bool isGood = lessIsBetter ? value <= goal : value >= goal;
        if (keeps || baseline is not { } from)
        {
            return isGood ? 1 : keeps ? 0 : null;
        }

        // Where it was good when it began there is no way to go: what counts is that it still is.
        bool wasGood = lessIsBetter ? from <= goal : from >= goal;
        return wasGood ? (isGood ? 1 : 0) : (value - from) / (goal - from);
    }

    /// <summary>How something stands: by how likely it is where that can be told, by progress against time otherwise.</summary>
    /// <param name="progress">Share of the way; null where it is not known.</param>
    /// <param name="elapsed">Share of the cycle that is over, 0 to 1.</param>
    /// <param name="likelihood">How likely it is reached, 0 to 1, or null.</param>
    public static Standing StandingOf(double? progress, double elapsed, double? likelihood)
        => progress is not { } way ? Standing.Unknown
            : way >= 1 ? Standing.Reached
            : elapsed >= 1 ? Standing.OffTrack
            : likelihood is { } chance ? (chance >= Likely ? Standing.OnTrack : chance >= Unlikely ? Standing.AtRisk : Standing.OffTrack)
            : way >= elapsed - Lag ? Standing.OnTrack
            : way >= elapsed - LongLag ? Standing.AtRisk
            : Standing.OffTrack;

    /// <summary>How a whole stands of which parts are known: off track where half its weight is, at risk where a part is off track or half of it is not on track.</summary>
    /// <param name="parts">How each part stands, and how much it counts.</param>
    public static Standing Whole(IReadOnlyCollection<(Standing Standing, double Weight)> parts)
    {
        (Standing Standing, double Weight)[] told = [.. parts.Where(p => p.Standing is not Standing.Unknown and not Standing.Ahead)];
        double all = told.Sum(p => p.Weight), off = told.Where(p => p.Standing == Standing.OffTrack).Sum(p => p.Weight);
        return parts.Count == 0 ? Standing.Unknown
            : told.Length == 0 ? (parts.Any(p => p.Standing == Standing.Ahead) ? Standing.Ahead : Standing.Unknown)
            : told.All(p => p.Standing == Standing.Reached) ? (told.Length == parts.Count ? Standing.Reached : Standing.OnTrack)
            : off >= all / 2 ? Standing.OffTrack
            : off > 0 || told.Where(p => p.Standing == Standing.AtRisk).Sum(p => p.Weight) >= all / 2 ? Standing.AtRisk
            : Standing.OnTrack;
    }

    /// <summary>The weighted mean of the shares of the way, each within 0 and 1; what is not known is left out.</summary>
    /// <returns>0 to 1; null where nothing is known.</returns>
    public static double? Mean(IReadOnlyCollection<(double? Progress, double Weight)> parts)
    {
        double weight = parts.Where(p => p.Progress is not null).Sum(p => p.Weight);
        return weight <= 0 ? null : parts.Where(p => p.Progress is not null).Sum(p => Math.Clamp(p.Progress!.Value, 0, 1) * p.Weight) / weight;
    }
}
