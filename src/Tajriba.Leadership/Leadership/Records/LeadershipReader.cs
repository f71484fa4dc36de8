using Tajriba.Kernel.Access;
using Tajriba.Leadership.Leadership.Commitments;
using Tajriba.Leadership.Leadership.Leaders;
using Tajriba.Leadership.Leadership.Portfolio;
using Tajriba.Leadership.Leadership.Time;
using Tajriba.Leadership.Leadership.Wins;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Leadership.Leadership.Records;

/// <summary>What one person may see of the room: what belongs to no unit whoever may see it anywhere, all else those of the unit.</summary>
public sealed class LeadershipReader(LeadershipBook book, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>Today, where the reader is.</summary>
    public DateOnly Today => show.Today;

    /// <summary>The leaders that may be seen.</summary>
    public IReadOnlyList<Kept<Leader>> Leaders => [.. book.All<Leader>(LeadershipKind.Leader).Where(l => Sees(l.Value.Unit))];

    /// <summary>What those leaders have promised, the next due first.</summary>
    public IReadOnlyList<Kept<Commitment>> Commitments => [.. OfLeaders<Commitment>(LeadershipKind.Commitment, c => c.Leader).OrderBy(c => c.Value.State).ThenBy(c => c.Value.DueOn)];

    /// <summary>Their time with customers, the newest first.</summary>
    public IReadOnlyList<Kept<CustomerTime>> Times => [.. OfLeaders<CustomerTime>(LeadershipKind.Time, t => t.Leader).OrderByDescending(t => t.Value.On)];

    /// <summary>The initiatives for which money could be spent, of the units that may be seen.</summary>
    public IReadOnlyList<Kept<Candidate>> Candidates => [.. book.All<Candidate>(LeadershipKind.Candidate).Where(c => Sees(c.Value.Unit))];

    /// <summary>One of them, or null.</summary>
    public Kept<Candidate>? Candidate(string? code) => Candidates.FirstOrDefault(c => c.Code == code);

    /// <summary>Quick wins of the units that may be seen.</summary>
    public IReadOnlyList<Kept<Win>> Wins => [.. book.All<Win>(LeadershipKind.Win).Where(w => Sees(w.Value.Unit))];

    /// <summary>What the house can spend and how it weighs; its version is 0 where nobody has said.</summary>
    public Kept<Judgement> Judgement => book.Find<Judgement>(LeadershipKind.Judgement, Portfolio.Judgement.Code)
        ?? new(Portfolio.Judgement.Code, book.VersionOf(LeadershipKind.Judgement, Portfolio.Judgement.Code), Portfolio.Judgement.None, default, null);

    /// <summary>Whether the person sees only a part of what the house weighs.</summary>
    public bool SeesAPart => !person.ScopeOf(LeadershipPermissions.View).IsEverything;

    /// <summary>A leader, or null.</summary>
    public Kept<Leader>? Leader(string? code) => Leaders.FirstOrDefault(l => l.Code == code);

    /// <summary>Whether something of a unit, or of the organization (null), may be seen.</summary>
    public bool Sees(string? unit) => person.ScopeOf(LeadershipPermissions.View) is var scope && (unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(unit));

    /// <summary>Whether something of a unit, or of the organization (null), may be changed.</summary>
    public bool Manages(string? unit) => person.ScopeOf(LeadershipPermissions.Manage).Contains(unit);

    /// <summary>Whether a leader's commitments and time may be written down: by the leader, and by whoever manages the unit.</summary>
    public bool WritesFor(string code) => Leader(code) is { } leader && WritesFor(leader);

    /// <summary>Whether a leader's commitments and time may be written down.</summary>
    public bool WritesFor(Kept<Leader> leader) => leader.Value.Person == person.Id || Manages(leader.Value.Unit);

    /// <summary>The leaders for whom the person may write something down.</summary>
    public IReadOnlyList<Kept<Leader>> WrittenFor => [.. Leaders.Where(WritesFor)];

    /// <summary>Whether a record may be changed, also one that was taken away.</summary>
    public bool Writes(string kind, string code) => kind switch
    {
        LeadershipKind.Leader => book.LastOf<Leader>(kind, code) is { } leader && Manages(leader.Unit),
        LeadershipKind.Commitment => book.LastOf<Commitment>(kind, code) is { } commitment && WritesFor(commitment.Leader),
        LeadershipKind.Time => book.LastOf<CustomerTime>(kind, code) is { } time && WritesFor(time.Leader),
        LeadershipKind.Candidate => book.LastOf<Candidate>(kind, code) is { } candidate && Manages(candidate.Unit),
        LeadershipKind.Judgement => Manages(null),
        LeadershipKind.Win => book.LastOf<Win>(kind, code) is { } win && Manages(win.Unit),
        _ => false,
    };

    /// <summary>The units of which the person may change something.</summary>
    public IReadOnlyList<Unit> ManagedUnits => [.. units.Tree.All.Where(u => Manages(u.Code))];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private IEnumerable<Kept<T>> OfLeaders<T>(string kind, Func<T, string> leader)
        where T : class
    {
        HashSet<string> seen = [.. Leaders.Select(l => l.Code)];
        return book.All<T>(kind).Where(r => seen.Contains(leader(r.Value)));
    }
}
