using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Problems;

/// <summary>A problem that cases make.</summary>
/// <param name="Cause">Key of their cause.</param>
/// <param name="Unit">Code of the nearest unit that holds all of them; null for the organization.</param>
/// <param name="Cases">How many.</param>
public sealed record Proposal(string Cause, string? Unit, int Cases)
{
    /// <summary>What resolved cases propose, beside the problems that are known. Pure.</summary>
    /// <param name="cases">Cases resolved within the days of the rules.</param>
    /// <param name="known">Problems of any state. One that was dismissed hides the cases before; every other one those of its cause in its units.</param>
    /// <param name="rules">How many make one.</param>
    /// <param name="tree">The units.</param>
    public static IReadOnlyList<Proposal> Of(IEnumerable<ProblemCase> cases, IReadOnlyCollection<Problem> known, ProblemRules rules, UnitTree tree)
        => [.. cases
            .Where(c => !known.Any(p => Holds(p, c, tree) && (p.State != ProblemState.Dismissed || c.ResolvedAt <= p.Moments.OfType<ProblemMoment.Dismissed>().Last().At)))
            .GroupBy(c => c.Cause, StringComparer.Ordinal)
            .Where(g => g.Count() >= rules.Cases)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Proposal(g.Key, Common([.. g.Select(c => c.Unit).Distinct(StringComparer.Ordinal)], tree), g.Count()))];

    /// <summary>Whether a case belongs to a problem by its cause and unit.</summary>
    public static bool Holds(Problem problem, ProblemCase one, UnitTree tree)
        => problem.Cause == one.Cause && (problem.Unit is null || (tree.Find(one.Unit) is { } unit ? tree.PathOf(unit).Any(u => u.Code == problem.Unit) : one.Unit == problem.Unit));

    /// <summary>The nearest unit above all of some; null where there is none, or only a root, which is the organization.</summary>
    private static string? Common(IReadOnlyList<string?> units, UnitTree tree)
    {
        List<string>? common = null;
        foreach (string? code in units)
        {
            string[] path = tree.Find(code) is { } unit ? [.. tree.PathOf(unit).Select(u => u.Code)] : [];
            common = common is null ? [.. path] : [.. common.TakeWhile((c, i) => i < path.Length && path[i] == c)];
        }

        return common is { Count: > 0 } && tree.Find(common[^1]) is { Kind: not UnitKind.Organization } last ? last.Code : null;
    }
}
