using Tajriba.Demo.Story;
using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Catalogue;

/// <summary>What the event catalogue should know of one event name.</summary>
/// <param name="Kind">The event.</param>
/// <param name="Words">Display names; the English one is also the name that the sources write.</param>
/// <param name="Touchpoint">Where the customer or employee meets it.</param>
/// <param name="Channel">Channel where events name none themselves, or null.</param>
public sealed record DemoEventName(EventKind Kind, LocalName Words, string Touchpoint, string? Channel = null)
{
    /// <summary>The name as the sources write it.</summary>
    public string Name => Words.En;
}
