using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Live;

/// <summary>One of the group's systems that tell what happens to customers.</summary>
/// <param name="Code">Stable short name.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Channel">Channel of what it tells, unless an event names another.</param>
public sealed record DemoSource(string Code, string Name, string? Channel)
{
    public static DemoSource Website { get; } = new("website", "Website", "website");

    public static DemoSource App { get; } = new("app", "Mobile app", "app");

    public static DemoSource Calls { get; } = new("calls", "Call centre", "phone");

    public static DemoSource Branches { get; } = new("branches", "Branch system", "branch");

    public static DemoSource Messages { get; } = new("messages", "Messages", null);

    public static DemoSource Social { get; } = new("social", "Social media", "social");

    public static DemoSource People { get; } = new("people", "People office", null);

    public static IReadOnlyList<DemoSource> All { get; } = [Website, App, Calls, Branches, Messages, Social, People];

    /// <summary>The system that an event of the story comes from.</summary>
    public static DemoSource Of(NewEvent item) => item.Channel switch
    {
        "website" => Website,
        "app" => App,
        "phone" => Calls,
        "sms" or "email" or "messenger" => Messages,
        "social" => Social,
        null when item.Objects[0].Type == "employee" => People,
        _ => Branches,
    };
}
