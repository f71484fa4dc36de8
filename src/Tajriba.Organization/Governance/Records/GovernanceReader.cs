using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Actions;
using Tajriba.Organization.Governance.Bodies;
using Tajriba.Organization.Governance.Conflicts;
using Tajriba.Organization.Governance.Decisions;
using Tajriba.Organization.Governance.Initiatives;
using Tajriba.Organization.Governance.Meetings;
using Tajriba.Organization.Governance.Policies;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Records;

/// <summary>What one person may see of the room: what belongs to no unit whoever may see it anywhere, all else those of the unit.</summary>
public sealed class GovernanceReader(GovernanceBook book, ICurrentPerson person, IUnits units, Show show)
{
    /// <summary>Today, where the reader is.</summary>
    public DateOnly Today => show.Today;

    /// <summary>The bodies that may be seen.</summary>
    public IReadOnlyList<Kept<Body>> Bodies => [.. book.All<Body>(RecordKind.Body).Where(b => Sees(b.Value.Unit))];

    /// <summary>The decisions of those bodies.</summary>
    public IReadOnlyList<Kept<Decision>> Decisions => OfBodies<Decision>(RecordKind.Decision, d => d.Body);

    /// <summary>The conflicts that lie with those bodies.</summary>
    public IReadOnlyList<Kept<Conflict>> Conflicts => OfBodies<Conflict>(RecordKind.Conflict, c => c.Body);

    /// <summary>Their meetings.</summary>
    public IReadOnlyList<Kept<Meeting>> Meetings => OfBodies<Meeting>(RecordKind.Meeting, m => m.Body);

    /// <summary>What they have told people to do.</summary>
    public IReadOnlyList<Kept<ActionItem>> Actions => OfBodies<ActionItem>(RecordKind.Action, a => a.Body);

    /// <summary>The policies that hold for a unit that may be seen, or for one above it.</summary>
    public IReadOnlyList<Kept<Policy>> Policies => [.. book.All<Policy>(RecordKind.Policy).Where(p => Sees(p.Value.Unit) || (units.Tree.Find(p.Value.Unit) is { } unit && units.Tree.Within(unit).Any(u => Sees(u.Code))))];

    /// <summary>The initiatives that may be seen.</summary>
    public IReadOnlyList<Kept<Initiative>> Initiatives => [.. book.All<Initiative>(RecordKind.Initiative).Where(i => Sees(i.Value.Unit))];

    /// <summary>A body, or null.</summary>
    public Kept<Body>? Body(string? code) => Bodies.FirstOrDefault(b => b.Code == code);

    /// <summary>Records of a kind whose body may be seen.</summary>
    public IReadOnlyList<Kept<T>> OfBodies<T>(string kind, Func<T, string> body)
        where T : class
    {
        HashSet<string> seen = [.. Bodies.Select(b => b.Code)];
        return [.. book.All<T>(kind).Where(r => seen.Contains(body(r.Value)))];
    }

    /// <summary>Whether something of a unit, or of the organization (null), may be seen.</summary>
    public bool Sees(string? unit) => Sees(person.ScopeOf(GovernancePermissions.View), unit);

    /// <summary>The same for somebody else's scope.</summary>
    public static bool Sees(UnitScope scope, string? unit) => unit is null ? scope.IsEverything || scope.Codes.Count > 0 : scope.Contains(unit);

    /// <summary>Whether something of a unit, or of the organization (null), may be changed.</summary>
    public bool Manages(string? unit) => person.ScopeOf(GovernancePermissions.Manage).Contains(unit);

    /// <summary>Whether what a body has to do with may be changed; not where there is no such body.</summary>
    public bool ManagesBody(string code) => book.Find<Body>(RecordKind.Body, code) is { } body && Manages(body.Value.Unit);

    /// <summary>Whether a record may be changed, also one that was taken away.</summary>
    public bool Manages(string kind, string code)
    {
        if (book.History(kind, code).LastOrDefault(v => v.Body is not null)?.Body is not { } last)
        {
            return false;
        }

        using JsonDocument read = JsonDocument.Parse(last);
        return Text(read, "body") is { } body ? ManagesBody(body) : Manages(Text(read, "unit"));
    }

    /// <summary>The units of which the person may change something, the organization first, to choose from.</summary>
    public IReadOnlyList<Unit> ManagedUnits => [.. units.Tree.All.Where(u => Manages(u.Code))];

    /// <summary>A unit's name; null where it is the organization.</summary>
    public string? UnitName(string? code) => code is null ? null : units.Tree.Find(code)?.Name.In(show.Reader.Language) ?? code;

    private static string? Text(JsonDocument read, string name)
        => read.RootElement.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
