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

    /// <summary>Learning paths: none, begun, most people through.</summary>
    public static int OfLearning(int paths, double done) => paths == 0 ? 1 : done >= 0.5 ? 3 : 2;

    /// <summary>Journeys with somebody who answers for all of it: none, some, nearly all.</summary>
    public static int OfOwners(int journeys, int owned) => owned == 0 ? 1 : owned >= 0.8 * journeys ? 3 : 2;

    /// <summary>A body that decides: none, one, one that meets, one whose decisions are made in time and checked for their effect.</summary>
    /// <param name="bodies">Councils and committees.</param>
    /// <param name="held">Their meetings of the last half year.</param>
    /// <param name="decisions">Decisions on record.</param>
    /// <param name="late">Those that are overdue.</param>
    /// <param name="followed">Those whose effect is followed or was looked at again.</param>
    public static int OfBodies(int bodies, int held, int decisions, int late, int followed)
        => bodies == 0 ? 1 : held < 2 ? 2 : decisions >= 3 && late <= 0.1 * decisions && followed >= 0.5 * decisions ? 4 : 3;

    /// <summary>Initiatives with milestones, an owner and an expected result: none, some, most.</summary>
    public static int OfPlans(int initiatives, int whole) => whole == 0 ? 2 : whole >= 0.5 * initiatives ? 3 : 2;

    /// <summary>Goals with figures in the running cycle: none, a few, several, several that were reviewed.</summary>
    public static int OfGoals(int objectives, int reviews) => objectives == 0 ? 1 : objectives < 3 ? 2 : reviews == 0 ? 3 : 4;

    /// <summary>Promises in public: made, and counted with none left unsaid.</summary>
    public static int OfCommitments(int judged, int overdue) => judged >= 5 && overdue == 0 ? 4 : 3;

    /// <summary>Leaders' months with customers: mostly as expected, or not.</summary>
    public static int OfLeaderTime(double reached) => reached >= 0.5 ? 3 : 2;

    /// <summary>Rounds of the pulse in a year: none, asked, a trend.</summary>
    public static int OfPulses(int rounds) => rounds switch { 0 => 1, < 3 => 3, _ => 4 };

    /// <summary>Thanks on the wall in a quarter of a year: some, or regular and from several.</summary>
    public static int OfThanks(int notes, int people) => notes >= 10 && people >= 5 ? 3 : 2;

    /// <summary>Rituals: planned, or mostly kept.</summary>
    public static int OfRituals(double kept) => kept >= 0.5 ? 3 : 2;

    /// <summary>Insights: none, a library, one whose insights are looked at again in time.</summary>
    public static int OfInsights(int count, double current) => count == 0 ? 1 : count >= 5 && current >= 0.8 ? 4 : 3;
}
