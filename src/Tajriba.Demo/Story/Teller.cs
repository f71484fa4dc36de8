namespace Tajriba.Demo.Story;

/// <summary>Writes the steps of one journey: what they share is said once.</summary>
internal ref struct Teller(StoryInk ink, StoryObject subject, StoryObject other, short unit, StoryObject handler)
{
    /// <summary>Second of the last step told.</summary>
    public int Now { get; set; }

    public short Unit { get; set; } = unit;

    public StoryObject Handler { get; set; } = handler;

    /// <summary>An object that joins every step from here on (the vehicle in the workshop).</summary>
    public StoryObject Along { get; set; }

    public void At(int second, EventKind kind, Channel channel, StoryAttributes attributes = default, StoryObject more = default, bool handled = true)
    {
        Now = second;
        var along = Along;
        var last = handled ? Handler : default;
        if (along.IsNone)
        {
            (along, more) = (more, default);
        }

        ink.Write(new StoryEvent
        {
            Second = second,
            Kind = kind,
            Channel = channel,
            Unit = Unit,
            Subject = subject,
            Other = other,
            Third = along.IsNone ? last : along,
            Fourth = along.IsNone ? default : more.IsNone ? last : more,
            Fifth = along.IsNone || more.IsNone ? default : last,
            Attributes = attributes,
        });
    }

    public void After(int seconds, EventKind kind, Channel channel, StoryAttributes attributes = default, StoryObject more = default, bool handled = true)
        => At(Now + seconds, kind, channel, attributes, more, handled);
}
