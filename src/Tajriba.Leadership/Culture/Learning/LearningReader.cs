using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Leadership.Culture.Learning;

/// <summary>Paths, and how far people have come on them.</summary>
public sealed class LearningReader(CultureBook book, ICurrentPerson person)
{
    /// <summary>Whether the person may write paths.</summary>
    public bool Manages => person.ScopeOf(CulturePermissions.Manage).IsEverything;

    /// <summary>All paths, by role and name.</summary>
    public IReadOnlyList<Kept<LearningPath>> Paths => [.. book.All<LearningPath>(CultureKind.Path).OrderBy(p => p.Value.Role).ThenBy(p => p.Value.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>How far each unit has come on a path; units without anybody who should go it are left out.</summary>
    public static IReadOnlyList<UnitStanding> Units(Kept<LearningPath> path, IReadOnlyList<Learner> learners, IReadOnlyList<Completion> completions)
    {
        ArgumentNullException.ThrowIfNull(path);
        HashSet<long> done = Done(path, completions);
        return [.. learners.Where(l => l.Role == path.Value.Role).GroupBy(l => l.Unit).Select(g => new UnitStanding(g.Key, g.Count(), g.Count(l => done.Contains(l.Person)))).OrderBy(s => s.Unit, StringComparer.Ordinal)];
    }

    /// <summary>Who has done all of a path as it stands now.</summary>
    public static HashSet<long> Done(Kept<LearningPath> path, IReadOnlyList<Completion> completions)
    {
        ArgumentNullException.ThrowIfNull(path);
        HashSet<string> wanted = [.. path.Value.Modules.Select(m => m.Key)];
        return wanted.Count == 0 ? [] : [.. completions.Where(c => c.Path == path.Code && wanted.Contains(c.Module)).GroupBy(c => c.Person).Where(g => g.Count() == wanted.Count).Select(g => g.Key)];
    }
}
