using System.Text.Json;
using System.Text.Json.Serialization;

namespace Tajriba.Experience.Indicators.Storage;

/// <summary>How definitions are written, in the database and over the API: names of enumerations as text, unknown members refused.</summary>
public static class IndicatorJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };
}
