using FsCheck;
using FsCheck.Fluent;
using Tajriba.Experience.Indicators.Measure;
using Tajriba.Organization.Strategy.Links;
using Tajriba.Organization.Strategy.Map;

namespace Tajriba.Organization.Tests.Strategy;

/// <summary>The drawing of a strategy map, and what stands in its boxes.</summary>
public sealed class MapLayoutTests
{
    private static readonly string[] Perspectives = ["financial", "customer", "processes", "learning"];

    private static readonly Gen<int[]> Places = Gen.ArrayOf(Gen.Choose(0, Perspectives.Length)).Where(p => p.Length <= 30);

    [Fact]
    public void Every_objective_stands_in_its_band_and_no_two_on_each_other() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Places.ToArbitrary(), places =>
    {
        // The place after the last means a perspective that is gone.
        (string Code, string Perspective)[] objectives = [.. places.Select((p, i) => ($"O-{i}", p < Perspectives.Length ? Perspectives[p] : "gone"))];
        Link[] links = [.. Enumerable.Range(1, Math.Max(0, places.Length - 1)).Select(i => new Link($"O-{i}", $"O-{i / 2}", 1, ""))];
        MapLayout layout = MapLayout.Of(Perspectives, objectives, links);
        MapLayout.Box[] boxes = [.. layout.Boxes];
        return boxes.Length == objectives.Length && layout.Curves.Count == links.Length
            && objectives.All(o =>
            {
                MapLayout.Box box = boxes.Single(b => b.Code == o.Code);
                MapLayout.Band band = layout.Bands.Single(b => b.Key == (o.Perspective == "gone" ? Perspectives[0] : o.Perspective));
                return box.Y >= band.Y && box.Y + MapLayout.BoxHeight <= band.Y + band.Height && box.X >= MapLayout.Gutter && box.X + MapLayout.BoxWidth <= MapLayout.Width;
            })
            && boxes.All(a => boxes.All(b => a == b || Math.Abs(a.X - b.X) >= MapLayout.BoxWidth || Math.Abs(a.Y - b.Y) >= MapLayout.BoxHeight))
            && layout.Curves.All(c => c.Points.Skip(1).SkipLast(1).All(p => boxes.All(b => p.X <= b.X || p.X >= b.X + MapLayout.BoxWidth || p.Y < b.Y || p.Y > b.Y + MapLayout.BoxHeight)))
            && layout.Bands.Zip(layout.Bands.Skip(1)).All(b => b.First.Y + b.First.Height < b.Second.Y) && layout.Bands[^1].Y + layout.Bands[^1].Height <= layout.Height;
    }));

    [Fact]
    public void Boxes_stand_near_those_with_which_they_are_linked()
    {
        MapLayout layout = MapLayout.Of(["up", "down"], [("a", "up"), ("b", "up"), ("c", "down"), ("d", "down")], [new("c", "b", 1, ""), new("d", "a", 1, "")]);
        double X(string code) => layout.Boxes.Single(b => b.Code == code).X;
        Assert.Equal((X("a"), X("b")), (X("d"), X("c")));
        Assert.All(layout.Curves, c => Assert.True(c.Points[0].Y > c.Points[^1].Y && !c.ArrivesDown));
    }

    [Theory]
    [InlineData("one two three", 7, 2, "one two|three")]
    [InlineData("one two three four", 7, 2, "one two|three…")]
    [InlineData("incomprehensible", 8, 2, "incompre…")]
    [InlineData("", 8, 2, "")]
    public void Words_are_drawn_in_lines(string text, int longest, int most, string lines) => Assert.Equal(lines.Split('|'), DrawnLines.Of(text, longest, most));

    [Theory]
    [InlineData(0.9, 0.85, 0.95, 0.8, true, GaugeStatus.Reached)]
    [InlineData(0.9, 0.85, 0.95, 0.92, true, GaugeStatus.Near)]
    [InlineData(0.9, 0.85, 0.95, 0.97, true, GaugeStatus.Short)]
    [InlineData(0.9, 0.85, 0.95, 0.97, false, GaugeStatus.Reached)]
    [InlineData(0.9, 0.85, 0.95, 0.8, false, GaugeStatus.Short)]
    [InlineData(0.9, 0.85, 0.95, null, true, GaugeStatus.NoTarget)]
    public void An_objective_is_reached_when_its_whole_interval_is(double value, double lower, double upper, double? target, bool higherIsBetter, GaugeStatus status)
        => Assert.Equal(status, GaugeReading.StatusOf(new(100, value, lower, upper, true), target, higherIsBetter));

    [Fact]
    public void Of_too_few_observations_nothing_is_said() => Assert.Equal(GaugeStatus.TooThin, GaugeReading.StatusOf(IndicatorValue.None, 0.5, true));

    [Fact]
    public void Perspectives_are_named_moved_and_taken_away_and_no_key_comes_again()
    {
        PerspectiveList list = PerspectiveList.Usual.With("Society").Raised("own-1").Named("customer", "Buyers").Without("learning");
        Assert.Equal(["financial", "customer", "processes", "own-1"], list.All.Select(p => p.Key));
        Assert.Equal("Buyers", list.Of("customer").Name);
        Assert.Equal("financial", list.Of("learning").Key);
        Assert.Equal("own-2", list.Without("own-1").With("Nature").All[^1].Key);
        Assert.Equal(list.All, list.Raised("financial").All);
    }
}
