using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Define;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Tests.Journeys;

public sealed class DefinitionGuessTests
{
    [Fact]
    public void What_comes_and_goes_once_is_one_journey()
    {
        var guess = Guess("visit", [.. Enumerable.Range(0, 50).SelectMany(i => Visit("v" + i, i * 10))]);
        Assert.True(guess.OnePerObject);
        Assert.Equal(["book"], guess.StartEvents);
        Assert.Equal(["pay"], guess.EndEvents);
        Assert.Null(DefinitionRules.Broken(guess));
    }

    [Fact]
    public void What_begins_again_and_again_has_many_journeys()
    {
        var guess = Guess("visit", [.. Enumerable.Range(0, 50).SelectMany(i => (NewEvent[])[.. Visit("v" + i, i * 10), .. Visit("v" + i, 3000 + (i * 10))])]);
        Assert.False(guess.OnePerObject);
    }

    [Fact]
    public void A_customer_is_never_guessed_to_be_one_journey()
    {
        var guess = Guess("customer", [.. Enumerable.Range(0, 50).SelectMany(i => Visit("v" + i, i * 10))]);
        Assert.False(guess.OnePerObject);
    }

    private static NewEvent[] Visit(string visit, int hour)
        => [Cast.Event(visit, "book", hour), Cast.Event(visit, "repair", hour + 5), Cast.Event(visit, "repair", hour + 6), Cast.Event(visit, "pay", hour + 9)];

    private static JourneyDefinition Guess(string objectType, NewEvent[] events)
    {
        var objects = ObjectLogReader.CatchUp(new MemoryLog().Append(events), ObjectLog.Empty(objectType), CancellationToken.None);
        return DefinitionGuess.Of(objects, new LocalName("guessed"));
    }
}
