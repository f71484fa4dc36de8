namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>Who a person is, in the words of the API.</summary>
internal static class IdentityAnswer
{
    public static object Of(long number, PersonIdentity? identity) => new
    {
        person = identity?.Person ?? number,
        identifiers = identity?.Members.Select(Of) ?? [],
        count = identity?.Count ?? 0,
        links = identity?.Links.Select(Of) ?? [],
        decisions = identity?.Decisions.Select(d => new { a = Of(d.A), b = Of(d.B), decision = Word(d.Decision), position = d.Position, time = d.Time }) ?? [],
        more = identity?.IsCut ?? false,
    };

    public static object Of(IdentityLink link) => new
    {
        a = Of(link.A),
        b = Of(link.B),
        reason = Word(link.Reason),
        outcome = Word(link.Outcome),
        position = link.Position,
        time = link.Time,
        count = link.Count,
    };

    private static object Of(IdentityMember member) => new { number = member.Node.Number, kind = Word(member.Node.Kind), id = member.Node.Id, person = member.Person, state = Word(member.State) };

    private static string Word<T>(T value)
        where T : struct, Enum => char.ToLowerInvariant(value.ToString()[0]) + value.ToString()[1..];
}
