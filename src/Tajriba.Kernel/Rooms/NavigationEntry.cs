using Tajriba.Kernel.Access;

namespace Tajriba.Kernel.Rooms;

/// <summary>One line of the navigation; shown to whoever holds <paramref name="Permission"/>.</summary>
/// <param name="Href">Path within the site, without a leading slash.</param>
/// <param name="Resources">The type whose .resx files hold the label.</param>
/// <param name="LabelKey">The label's key in those files.</param>
/// <param name="Icon">Name of a Tabler icon.</param>
/// <param name="Permission">What a person must hold to see the line.</param>
/// <param name="Order">Position within the layer, ascending.</param>
public sealed record NavigationEntry(string Href, Type Resources, string LabelKey, string Icon, Permission Permission, int Order);
