using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Ui.Shell;

/// <summary>The navigation as the current person sees it: layer by layer, only what they may enter.</summary>
public sealed class SiteNavigation(IEnumerable<Room> rooms, ICurrentPerson person, IStringLocalizerFactory localizers)
{
    /// <summary>Entries of the house's own layer from this order on stand at the end, among the settings.</summary>
    public const int Settings = 100;

    private IReadOnlyList<SiteLink>? links;

    /// <summary>Every link, in order.</summary>
    public IReadOnlyList<SiteLink> Links => links ??= Find();

    /// <summary>The link to which an address belongs, or null.</summary>
    public SiteLink? At(string uri)
    {
        var path = PageLink.Split(uri).Path.Trim('/');
        return Links
            .Where(l => l.Path == path || (l.Path.Length > 0 && path.StartsWith(l.Path + "/", StringComparison.Ordinal)))
            .MaxBy(l => l.Path.Length);
    }

    private List<SiteLink> Find()
        => person.IsSignedIn
            ? [.. from room in rooms
                  from entry in room.Navigation
                  where person.Can(entry.Permission)
                  orderby room.Layer == Layer.House && entry.Order >= Settings, room.Layer, entry.Order
                  select new SiteLink(room.Layer, entry, localizers.Create(entry.Resources)[entry.LabelKey])]
            : [];
}
