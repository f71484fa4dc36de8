using System.Text.Json.Nodes;
using Tajriba.Client;

namespace Tajriba.Demo.Live;

/// <summary>One thing that somebody does on the website or in the app.</summary>
/// <param name="Source">Where.</param>
/// <param name="User">Who.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Name of the event, the page or the screen.</param>
/// <param name="Properties">What else is known of it.</param>
public sealed record LiveStep(DemoSource Source, TajribaUser User, LiveStepKind Kind, string Name, JsonObject Properties)
{
    public DateTimeOffset At { get; init; }
}
