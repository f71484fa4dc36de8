using Tajriba.Organization.Governance.Bodies;

namespace Tajriba.Organization.Tests.Governance;

/// <summary>Seats of a body: one chair and one secretary at most.</summary>
public sealed class BodyTests
{
    private static readonly Body Empty = new("Council", BodyKind.Council, null, "", [], Cadence.Monthly, []);

    [Fact]
    public void Whoever_led_it_stays_as_a_member_when_somebody_else_does()
    {
        Body body = Empty.With(new(1, Seat.Chair)).With(new(2, Seat.Member)).With(new(3, Seat.Secretary)).With(new(2, Seat.Chair));
        Assert.Equal([new(2, Seat.Chair), new(3, Seat.Secretary), new(1, Seat.Member)], body.Members);
        Assert.Equal(2, body.Chair);
    }

    [Fact]
    public void A_person_sits_in_it_once()
    {
        Body body = Empty.With(new(1, Seat.Member)).With(new(1, Seat.Secretary));
        Assert.Equal([new(1, Seat.Secretary)], body.Members);
        Assert.Null(body.Chair);
        Assert.Empty(body.Without(1).Members);
        Assert.Single(body.Without(2).Members);
    }
}
