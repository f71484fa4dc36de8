using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Access;

namespace Tajriba.Kernel.Tests.Access;

public sealed class UnitTreeTests
{
    [Fact]
    public void Whatever_the_tree_a_unit_is_within_exactly_those_on_its_path()
    {
        var parents = Gen.Choose(0, 40).ArrayOf().ToArbitrary();
        Prop.ForAll(parents, choices =>
        {
            var tree = new UnitTree(choices.Select((choice, index) => new Unit(
                index + 1, $"u{index + 1}", (UnitKind)(choice % 4), index == 0 || choice % (index + 1) == 0 ? null : choice % (index + 1), new($"U{index}"))));
            return tree.All.Count == choices.Length
                && tree.All.All(unit => tree.All.All(other =>
                    tree.Within(unit).Contains(other) == tree.PathOf(other).Contains(unit)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Preferences_read_back_what_they_wrote_and_refuse_anything_else()
    {
        foreach (var language in ReaderPreferences.Languages)
        {
            var preferences = ReaderPreferences.Of(language);
            Assert.Equal(preferences, ReaderPreferences.Parse(preferences.ToString()));
        }

        Assert.Equal("Asia/Tehran", ReaderPreferences.Of("fa").TimeZone);
        foreach (var wrong in new[] { null, "", "fa", "xx|Jalali|Native|Asia/Tehran", "fa|1|Native|Asia/Tehran", "fa|Jalali|Native|Nowhere/City", "fa|Jalali|Native|Asia/Tehran|x" })
        {
            Assert.Null(ReaderPreferences.Parse(wrong));
        }
    }
}
