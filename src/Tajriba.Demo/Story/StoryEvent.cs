namespace Tajriba.Demo.Story;

/// <summary>One event of the story in codes; <see cref="StoryTape"/> puts it into words.</summary>
public readonly record struct StoryEvent
{
    /// <summary>Most objects that an event concerns.</summary>
    public const int MostObjects = 6;

    /// <summary>Seconds since the story's first midnight.</summary>
    public required int Second { get; init; }

    public required EventKind Kind { get; init; }

    public Channel Channel { get; init; }

    /// <summary>Place of the unit in <see cref="Group.DemoGroup.Units"/>, or -1.</summary>
    public short Unit { get; init; }

    public required StoryObject Subject { get; init; }

    public StoryObject Other { get; init; }

    public StoryObject Third { get; init; }

    public StoryObject Fourth { get; init; }

    public StoryObject Fifth { get; init; }

    public StoryAttributes Attributes { get; init; }

    /// <summary>The event's object of a kind, or none.</summary>
    public StoryObject this[ObjectKind kind]
        => Subject.Kind == kind ? Subject
            : Other.Kind == kind ? Other
            : Third.Kind == kind ? Third
            : Fourth.Kind == kind ? Fourth
            : Fifth.Kind == kind ? Fifth : default;

    /// <summary>Writes everything that the event concerns, the subject first and the unit where it happened last; returns how many.</summary>
    /// <param name="target">At least <see cref="MostObjects"/> places.</param>
    public int CopyObjects(Span<StoryObject> target)
    {
        var count = 0;
        foreach (var one in (ReadOnlySpan<StoryObject>)[Subject, Other, Third, Fourth, Fifth])
        {
            if (!one.IsNone)
            {
                target[count++] = one;
            }
        }

        if (Unit >= 0)
        {
            target[count++] = new StoryObject(ObjectKind.Unit, Unit);
        }

        return count;
    }
}
