using Tajriba.Demo.Story;

namespace Tajriba.Demo.Tests;

/// <summary>The story, told once for all tests that only read it.</summary>
public sealed class ToldStory
{
    public static readonly DateOnly EndDay = new(2026, 11, 22);

    public ToldStory()
    {
        Story = new DemoStory(EndDay);
        Tape = Story.Tell(Story.End);
        Journeys = new JourneyFacts(Tape);
    }

    public DemoStory Story { get; }

    public StoryTape Tape { get; }

    public JourneyFacts Journeys { get; }
}
