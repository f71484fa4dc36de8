using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tajriba.Kernel.Access;

/// <summary>Details of an entry that changed something: what it was before, and what it is now.</summary>
public static class AuditChanges
{
    public const string Before = "before";
    public const string After = "after";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A JSON object with a member for each that changed: <c>{"limit":{"before":5,"after":null}}</c>.</summary>
    /// <param name="changes">Numbers, texts, truth values or null.</param>
    public static string Of(params ReadOnlySpan<(string Name, object? Before, object? After)> changes)
    {
        var all = new JsonObject();
        foreach (var (name, before, after) in changes)
        {
            if (!Equals(before, after))
            {
                all.Add(name, new JsonObject { [Before] = JsonSerializer.SerializeToNode(before), [After] = JsonSerializer.SerializeToNode(after) });
            }
        }

        return all.ToJsonString(Readable);
    }
}
