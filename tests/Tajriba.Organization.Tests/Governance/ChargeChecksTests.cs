using Tajriba.Organization.Governance.Charges;

namespace Tajriba.Organization.Tests.Governance;

/// <summary>The checks of responsibilities: one answers for each thing, somebody does it, nobody carries too much.</summary>
public sealed class ChargeChecksTests
{
    [Theory]
    [InlineData("", new[] { ChargeFault.Nothing })]
    [InlineData("1A 2R", new ChargeFault[0])]
    [InlineData("1A 1R", new ChargeFault[0])]
    [InlineData("2R", new[] { ChargeFault.NoAccountable })]
    [InlineData("1A 2A 3R", new[] { ChargeFault.ManyAccountable })]
    [InlineData("1A", new[] { ChargeFault.NoResponsible })]
    [InlineData("1I", new[] { ChargeFault.NoAccountable, ChargeFault.NoResponsible })]
    [InlineData("1A 1R 2C 3C 4C 5C", new ChargeFault[0])]
    [InlineData("1A 1R 2C 3C 4C 5C 6C", new[] { ChargeFault.ManyConsulted })]
    public void Each_thing_has_one_who_answers_and_somebody_who_does_it(string parts, ChargeFault[] faults) => Assert.Equal(faults, ChargeChecks.Of(Of(parts)));

    [Fact]
    public void Whoever_carries_half_as_much_again_as_people_do_on_average_carries_too_much()
    {
        // 1 does or answers for five, 2 for two, 3 for two: three on average.
        Assignment[] all = [Of("1A 2R"), Of("1A 3R"), Of("1R 2A"), Of("1A 1R"), Of("3A 3R"), Of("1R 4C")];
        Assert.Equal([(1L, 5)], ChargeChecks.Overloaded(all));

        // Where the others carry more, that is no longer much.
        Assert.Empty(ChargeChecks.Overloaded([.. all, Of("2A 3R"), Of("3A 2R")]));

        // What nobody has a part in changes nothing, and three things are never too many.
        Assert.Equal([(1L, 5)], ChargeChecks.Overloaded([.. all, .. Enumerable.Repeat(Assignment.None, 20)]));
        Assert.Empty(ChargeChecks.Overloaded([Of("1A 2R"), Of("1A 3R"), Of("1A 4R")]));
    }

    [Fact]
    public void Parts_of_a_person_come_in_the_order_of_RACI()
        => Assert.Equal([Charge.Responsible, Charge.Accountable, Charge.Informed], Of("7I 7A 8C 7R").Of(7));

    private static Assignment Of(string parts) => new([.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new Assignment.Part(p[0] - '0', p[1] switch
    {
        'R' => Charge.Responsible,
        'A' => Charge.Accountable,
        'C' => Charge.Consulted,
        _ => Charge.Informed,
    }))]);
}
