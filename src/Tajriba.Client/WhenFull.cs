namespace Tajriba.Client;

/// <summary>What happens to a message when the queue is full.</summary>
public enum WhenFull
{
    /// <summary>The caller waits until there is room: nothing is lost.</summary>
    Wait,

    /// <summary>The oldest that is not on its way is dropped (on disk: the oldest file), counted and told; the caller never waits.</summary>
    DropOldest,
}
