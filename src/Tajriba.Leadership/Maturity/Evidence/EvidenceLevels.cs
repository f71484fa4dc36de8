namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>
/// From figures to levels, no higher than figures can show: what level 5 says of people, no figure does. The thresholds are those
/// of the practices' own words.
/// </summary>
public static class EvidenceLevels
{
    /// <summary>Feedback that is answered within a day: many without, some time, most in time, almost all.</summary>
    public static int OfAnswered(double share) => share switch { >= 0.9 => 4, >= 0.5 => 3, >= 0.2 => 2, _ => 1 };

    /// <summary>Promises that are kept: since they are measured, level 3 at least where half are kept.</summary>
    public static int OfPromises(double share) => share switch { >= 0.9 => 4, >= 0.5 => 3, _ => 2 };

    /// <summary>Journeys that are defined on recorded events: none, one, several.</summary>
    public static int OfJourneys(int count) => count switch { 0 => 1, 1 => 2, _ => 3 };

    /// <summary>Surveys that are open: none, one, several that come together in one place.</summary>
    public static int OfSurveys(int count) => count switch { 0 => 1, 1 => 2, _ => 3 };

    /// <summary>Indicators that are defined: none, a score or two, a framework.</summary>
    public static int OfIndicators(int count) => count switch { 0 => 1, < 3 => 2, _ => 3 };
}
