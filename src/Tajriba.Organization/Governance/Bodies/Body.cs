namespace Tajriba.Organization.Governance.Bodies;

/// <summary>Those who decide something, or do it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">Code of the unit for which it is there; null for the organization.</param>
/// <param name="Mandate">What it is there for.</param>
/// <param name="Rights">What it may decide by itself, one a line.</param>
/// <param name="Cadence">How often it meets.</param>
/// <param name="Members">Who sits in it.</param>
public sealed record Body(string Name, BodyKind Kind, string? Unit, string Mandate, IReadOnlyList<string> Rights, Cadence Cadence, IReadOnlyList<Member> Members)
{
    /// <summary>Most people who can sit in one.</summary>
    public const int MostMembers = 50;

    /// <summary>Whoever leads it, or null.</summary>
    public long? Chair => Members.FirstOrDefault(m => m.Seat == Seat.Chair)?.Person;

    /// <summary>The body with somebody in a seat; whoever led it or wrote for it before stays as a member.</summary>
    public Body With(Member added)
    {
        IEnumerable<Member> others = Members.Where(m => m.Person != added.Person)
            .Select(m => added.Seat != Seat.Member && m.Seat == added.Seat ? m with { Seat = Seat.Member } : m);
        return this with { Members = [.. others.Append(added).OrderBy(m => m.Seat)] };
    }

    /// <summary>The body without somebody.</summary>
    public Body Without(long person) => this with { Members = [.. Members.Where(m => m.Person != person)] };
}
