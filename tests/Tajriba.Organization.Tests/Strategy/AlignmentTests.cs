using Tajriba.Organization.Strategy.Directions;

namespace Tajriba.Organization.Tests.Strategy;

/// <summary>What is left alone on either side is told.</summary>
public sealed class AlignmentTests
{
    private static readonly Direction Organization = Direction.Empty.With("Trust", "", []).With("Growth", "", []).With("People", "", []);

    [Fact]
    public void Pillars_that_the_other_side_leaves_alone_are_told()
    {
        Direction experience = Direction.Empty.With("Promises", "", ["P1", "P2"]).With("Gifts", "", []);
        var alignment = new Alignment(Organization, experience);
        Assert.Equal(["Gifts"], alignment.Unsupporting.Select(p => p.Name));
        Assert.Equal(["People"], alignment.Unsupported.Select(p => p.Name));
        Assert.Equal(0.6, alignment.Share!.Value, 9);

        // A pillar of the organization that is gone is supported no more.
        Assert.Equal(["Promises", "Gifts"], new Alignment(Organization.Without("P1").Without("P2"), experience).Unsupporting.Select(p => p.Name));
        Assert.Null(new Alignment(Organization, Direction.Empty).Share);
    }

    [Fact]
    public void The_code_of_a_pillar_never_comes_again()
    {
        Direction direction = Organization.Without("P3").With("Again", "", []);
        Assert.Equal(["P1", "P2", "P4"], direction.Pillars.Select(p => p.Code));
        Assert.Equal("Said otherwise", direction.With(direction.Pillars[0] with { Name = "Said otherwise" }).Pillars[0].Name);
    }
}
