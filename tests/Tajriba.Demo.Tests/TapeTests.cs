using Tajriba.Demo.Story;

namespace Tajriba.Demo.Tests;

public sealed class TapeTests
{
    [Fact]
    public void A_later_tape_goes_on_with_the_numbers_of_an_earlier_one()
    {
        var story = new DemoStory(ToldStory.EndDay, 3);
        var noon = story.End.AddHours(12.5);
        var whole = story.Tell(noon.AddDays(20));
        var earlier = story.Tell(noon);
        var later = story.Tell(noon.AddSeconds(1), noon.AddDays(20));
        Assert.Equal(earlier.Count, later.Before);
        Assert.Equal(whole.Count, later.Before + later.Count);
        Assert.Equal(earlier.Count + 1, later.NumberOf(0));
        Assert.True(whole.Events[..earlier.Count].SequenceEqual(earlier.Events));
        Assert.True(whole.Events[earlier.Count..].SequenceEqual(later.Events));
    }
}
