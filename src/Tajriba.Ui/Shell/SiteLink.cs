using Tajriba.Kernel.Rooms;

namespace Tajriba.Ui.Shell;

/// <summary>One line of the navigation in the reader's language.</summary>
public sealed record SiteLink(Layer Layer, NavigationEntry Entry, string Label)
{
    public string Path => Entry.Href.Trim('/');

    public string Href => "/" + Path;

    /// <summary>Whether it stands among the settings, at the end.</summary>
    public bool IsSetting => Layer == Layer.House && Entry.Order >= SiteNavigation.Settings;
}
