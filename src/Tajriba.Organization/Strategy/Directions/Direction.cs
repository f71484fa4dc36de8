using System.Globalization;

namespace Tajriba.Organization.Strategy.Directions;

/// <summary>Where a house, or the experience of its customers, is going.</summary>
/// <param name="Vision">What will be true one day.</param>
/// <param name="Strategy">How to get there: what is done, and what is not.</param>
/// <param name="Until">The day at which it looks; null where none was set.</param>
/// <param name="Principles">What holds on the way.</param>
/// <param name="Pillars">On what it stands.</param>
public sealed record Direction(string Vision, string Strategy, DateOnly? Until, IReadOnlyList<string> Principles, IReadOnlyList<Pillar> Pillars)
{
    /// <summary>More pillars than this are none.</summary>
    public const int MostPillars = 12;

    /// <summary>Most principles.</summary>
    public const int MostPrinciples = 20;

    /// <summary>The number of the last pillar that was ever made, so that no code comes again.</summary>
    public int LastPillar { get; init; }

    /// <summary>One about which nothing is written.</summary>
    public static Direction Empty { get; } = new("", "", null, [], []);

    /// <summary>The same with one more pillar.</summary>
    public Direction With(string name, string text, IReadOnlyList<string> supports)
        => this with { LastPillar = LastPillar + 1, Pillars = [.. Pillars, new(string.Create(CultureInfo.InvariantCulture, $"P{LastPillar + 1}"), name, text, supports)] };

    /// <summary>The same with a pillar changed.</summary>
    public Direction With(Pillar pillar) => this with { Pillars = [.. Pillars.Select(p => p.Code == pillar.Code ? pillar : p)] };

    /// <summary>The same without a pillar.</summary>
    public Direction Without(string code) => this with { Pillars = [.. Pillars.Where(p => p.Code != code)] };
}
