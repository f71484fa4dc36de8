using System.Text.Encodings.Web;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Capture.Export.Writing;

/// <summary>All objects of an event as a JSON array of <c>[type, id]</c> or <c>[type, id, qualifier]</c>.</summary>
internal static class ObjectList
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string[][] Of(LoggedEvent item) =>
        [.. item.Objects.Select(o => o.Qualifier.Length == 0 ? new[] { o.Type, o.Id } : [o.Type, o.Id, o.Qualifier])];

    public static string Json(LoggedEvent item) => JsonSerializer.Serialize(Of(item), Options);
}
