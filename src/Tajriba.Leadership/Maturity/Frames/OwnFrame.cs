using System.Text.Json;
using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>The frame that ships with the product: 4 layers, 10 components and 32 categories of the study, with practices in our own words.</summary>
public static class OwnFrame
{
    /// <summary>Its key.</summary>
    public const string Key = "cx";

    private const string Folder = "Tajriba.Leadership.Maturity.Frames.Data.";

    private static readonly Lazy<Frame> Read = new(Load);
    private static readonly Lazy<FrameMapping> ReadMapping = new(() => FrameJson.Mapping(Text("digital-experience.mapping.json")) ?? throw new InvalidDataException("The mapping that ships is none."));

    /// <summary>The frame.</summary>
    public static Frame Value => Read.Value;

    /// <summary>A mapping that ships: the digital-experience part of a generic frame of digital transformation.</summary>
    public static FrameMapping Mapping => ReadMapping.Value;

    private static Frame Load()
    {
        Dictionary<string, string[][]>[] practices = [.. new[] { "en", "fa", "ar" }.Select(l => Parse<Dictionary<string, string[][]>>($"cx.practices-{l}.json"))];
        Bare bare = Parse<Bare>("cx.frame.json");
        return new(bare.Key, bare.Name, bare.Source, bare.Layers, [.. bare.Components.Select(c => new FrameComponent(c.Key, c.Layer, c.Name, c.Short,
            [.. c.Categories.Select(g => new FrameCategory(g.Key, g.Weight, g.Name, Practices(g.Key, [.. practices.Select(p => p[g.Key])])))]))]);
    }

    private static Practice[] Practices(string category, string[][][] byLanguage)
    {
        LocalName At(int practice, int text) => new(byLanguage[0][practice][text], byLanguage[1][practice][text], byLanguage[2][practice][text]);
        return [.. byLanguage[0].Select((_, i) => new Practice(FrameJson.KeyOf(category, i), At(i, 0), [.. Enumerable.Range(1, Frame.Levels).Select(level => At(i, level))]))];
    }

    private static T Parse<T>(string file) => JsonSerializer.Deserialize<T>(Text(file), JsonSerializerOptions.Web) ?? throw new InvalidDataException(file + " is empty.");

    private static string Text(string file)
    {
        using Stream stream = typeof(OwnFrame).Assembly.GetManifestResourceStream(Folder + file) ?? throw new InvalidDataException(file + " is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Bare(string Key, LocalName Name, string Source, FrameLayer[] Layers, BareComponent[] Components);

    private sealed record BareComponent(string Key, string Layer, LocalName Name, LocalName Short, BareCategory[] Categories);

    private sealed record BareCategory(string Key, double Weight, LocalName Name);
}
