namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>Tells kinds by the words that stand in addresses and items alike.</summary>
internal static class CallKinds
{
    public static CallKind Of(string? word) => word switch
    {
        "track" => CallKind.Track,
        "identify" => CallKind.Identify,
        "page" => CallKind.Page,
        "screen" => CallKind.Screen,
        "group" => CallKind.Group,
        "alias" or "merge" => CallKind.Alias,
        _ => CallKind.None,
    };
}
