using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>Frames and mappings as files.</summary>
internal static class FrameJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    /// <summary>A frame from its file; null where it is none. Whether it can be used, <see cref="FrameRules"/> says.</summary>
    public static Frame? Frame(string json)
    {
        if (Read<FrameBody>(json) is not { } body)
        {
            return null;
        }

        return new(body.Key, body.Name, body.Source, body.Layers, [.. body.Components.Select(c => new FrameComponent(c.Key, c.Layer, c.Name, c.Short,
            [.. c.Categories.Select(g => new FrameCategory(g.Key, g.Weight, g.Name, [.. g.Practices.Select((p, i) => new Practice(KeyOf(g.Key, i), p.Text, p.Levels))]))]))]);
    }

    /// <summary>A mapping from its file; null where it is none.</summary>
    public static FrameMapping? Mapping(string json) => Read<FrameMapping>(json);

    /// <summary>The file of a frame.</summary>
    public static string Write(Frame frame) => JsonSerializer.Serialize(
        new FrameBody(frame.Key, frame.Name, frame.Layers, [.. frame.Components.Select(c => new ComponentBody(c.Key, c.Layer, c.Name,
            [.. c.Categories.Select(g => new CategoryBody(g.Key, g.Weight, g.Name, [.. g.Practices.Select(p => new PracticeBody(p.Text, p.Levels))]))], c.Short))], frame.Source), Options);

    /// <summary>The file of a mapping.</summary>
    public static string Write(FrameMapping mapping) => JsonSerializer.Serialize(mapping, Options);

    /// <summary>The key of a category's practice.</summary>
    public static string KeyOf(string category, int index) => category + "." + (char)('1' + index);

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record FrameBody(string Key, LocalName Name, IReadOnlyList<FrameLayer> Layers, IReadOnlyList<ComponentBody> Components, string? Source = null);

    private sealed record ComponentBody(string Key, string Layer, LocalName Name, IReadOnlyList<CategoryBody> Categories, LocalName? Short = null);

    private sealed record CategoryBody(string Key, double Weight, LocalName Name, IReadOnlyList<PracticeBody> Practices);

    private sealed record PracticeBody(LocalName Text, IReadOnlyList<LocalName> Levels);
}
