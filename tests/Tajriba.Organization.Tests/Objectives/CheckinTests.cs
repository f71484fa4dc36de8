using FsCheck;
using FsCheck.Fluent;
using Tajriba.Organization.Objectives.Checkins;

namespace Tajriba.Organization.Tests.Objectives;

/// <summary>Check-ins that were said, taken back and said again.</summary>
public sealed class CheckinTests
{
    private static readonly DateTimeOffset Begin = new(2026, 9, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Taking_one_back_leaves_those_before_it()
    {
        Checkin first = new(Begin, 0.5, "a"), second = new(Begin.AddDays(7), 0.6, "b"), third = new(Begin.AddDays(8), 0.7, "c");
        Assert.Equal([first, second], Checkin.Series([first, second]));
        Assert.Equal([first], Checkin.Series([first, second, first]));
        Assert.Equal([first, third], Checkin.Series([first, second, first, third]));
        Assert.Empty(Checkin.Series([first, null]));
    }

    [Fact]
    public void Whatever_is_said_and_undone_equals_what_a_list_with_undo_holds() => Prop.ForAll<bool[]>(deeds =>
    {
        var versions = new List<Checkin?>();
        var held = new List<Checkin>();
        foreach ((int at, bool says) in deeds.Index())
        {
            if (says)
            {
                held.Add(new(Begin.AddHours(at), null, at.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                versions.Add(held[^1]);
            }
            else if (held.Count > 0)
            {
                held.RemoveAt(held.Count - 1);
                versions.Add(held.Count > 0 ? held[^1] : null);
            }
        }

        Assert.Equal(held, Checkin.Series(versions));
    }).QuickCheckThrowOnFailure();
}
