using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture;

/// <summary>
/// How our log stands in OCEL 2.0. An OCEL object's id is unique over all types, ours only within its type, so that the
/// export writes <c>type:id</c> and the import takes the type off again.
/// </summary>
internal static class OcelNames
{
    public const string Channel = "tajriba:channel";
    public const string Unit = "tajriba:unit";
    public const string Source = "tajriba:source";

    public static string IdOf(string type, string id) => type + ":" + id;

    public static ObjectRef ObjectOf(string type, string ocelId, string qualifier) =>
        new(type, ocelId.StartsWith(type + ":", StringComparison.Ordinal) ? ocelId[(type.Length + 1)..] : ocelId, qualifier);
}
