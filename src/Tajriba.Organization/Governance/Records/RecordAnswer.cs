using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Organization.Governance.Records;

/// <summary>Records as programs read them.</summary>
public static class RecordAnswer
{
    /// <summary>What a record says, with its code, its version and when it was last changed, and with what else is known of it.</summary>
    public static JsonObject Of<T>(Kept<T> kept, params ReadOnlySpan<(string Name, object? Value)> more)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(kept);
        JsonObject told = new() { ["code"] = kept.Code, ["version"] = kept.Version, ["changedAt"] = kept.At };
        foreach ((string name, JsonNode? value) in JsonSerializer.SerializeToNode(kept.Value, RecordBook.Json)!.AsObject().ToList())
        {
            told[name] = value?.DeepClone();
        }

        foreach ((string name, object? value) in more)
        {
            told[name] = value is null ? null : JsonSerializer.SerializeToNode(value, RecordBook.Json);
        }

        return told;
    }

    /// <summary>All records of a list.</summary>
    public static JsonArray Of<T>(IEnumerable<Kept<T>> all)
        where T : class
        => [.. all.Select(one => Of(one))];

    /// <summary>404, as every API of the rooms says it.</summary>
    public static IResult None() => TypedResults.Problem("There is no such record.", statusCode: StatusCodes.Status404NotFound);
}
