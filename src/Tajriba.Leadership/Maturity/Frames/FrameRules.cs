using System.Text.RegularExpressions;
using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>Whether a frame or a mapping can be used.</summary>
internal static partial class FrameRules
{
    private const int MostLayers = 6, MostComponents = 20, MostCategories = 100, MostPractices = 9, LongestText = 500, LongestSource = 1_000;

    /// <summary>What is wrong with a frame: a key of the texts and where; null where nothing is.</summary>
    public static (string Fault, string Where)? FaultOf(Frame frame)
    {
        if (!IsKey(frame.Key))
        {
            return ("key", frame.Key);
        }

        if (!IsText(frame.Name) || frame.Source?.Length > LongestSource)
        {
            return ("text", frame.Key);
        }

        if (frame.Layers.Count is 0 or > MostLayers || frame.Components.Count is 0 or > MostComponents || frame.Categories.Count() > MostCategories)
        {
            return ("size", frame.Key);
        }

        string[] keys = [.. frame.Layers.Select(l => l.Key), .. frame.Components.Select(c => c.Key)];
        if (keys.FirstOrDefault(k => !IsKey(k)) is { } odd)
        {
            return ("key", odd);
        }

        if ((Twice(frame.Layers.Select(l => l.Key)) ?? Twice(frame.Components.Select(c => c.Key)) ?? Twice(frame.Categories.Select(c => c.Key))) is { } twice)
        {
            return ("twice", twice);
        }

        if (frame.Layers.FirstOrDefault(l => !IsText(l.Name) || (l.Role is not null && !IsText(l.Role))) is { } layer)
        {
            return ("text", layer.Key);
        }

        return frame.Components.Select(c => FaultOf(frame, c)).FirstOrDefault(f => f is not null);
    }

    /// <summary>What is wrong with a mapping onto a frame.</summary>
    public static (string Fault, string Where)? FaultOf(FrameMapping mapping, Frame frame)
    {
        if (!IsKey(mapping.Key))
        {
            return ("key", mapping.Key);
        }

        if (mapping.Criteria.Count is 0 or > MostCategories)
        {
            return ("size", mapping.Key);
        }

        if (Twice(mapping.Criteria.Select(c => c.Key)) is { } twice)
        {
            return ("twice", twice);
        }

        if (!IsText(mapping.Name) || mapping.Source?.Length > LongestSource)
        {
            return ("text", mapping.Key);
        }

        foreach (MappedCriterion criterion in mapping.Criteria)
        {
            if (!IsText(criterion.Name) || !IsKey(criterion.Key))
            {
                return ("text", criterion.Key);
            }

            if (criterion.From.Count is 0 or > MostCategories || criterion.From.FirstOrDefault(p => !(p.Share > 0 && p.Share <= 1_000) || frame.Categories.All(c => c.Key != p.Category)) is not null)
            {
                return ("from", criterion.Key);
            }
        }

        return null;
    }

    private static (string Fault, string Where)? FaultOf(Frame frame, FrameComponent component)
    {
        if (frame.Layers.All(l => l.Key != component.Layer))
        {
            return ("layer", component.Key);
        }

        if (!IsText(component.Name) || (component.Short is not null && !IsText(component.Short)))
        {
            return ("text", component.Key);
        }

        if (component.Categories.Count == 0)
        {
            return ("size", component.Key);
        }

        foreach (FrameCategory category in component.Categories)
        {
            if (!IsKey(category.Key))
            {
                return ("key", category.Key);
            }

            if (!(category.Weight > 0 && category.Weight <= 100_000))
            {
                return ("weight", category.Key);
            }

            if (category.Practices.Count is 0 or > MostPractices || category.Practices.Any(p => p.Levels.Count != Frame.Levels))
            {
                return ("size", category.Key);
            }

            if (!IsText(category.Name) || category.Practices.Any(p => !IsText(p.Text) || !p.Levels.All(IsText)))
            {
                return ("text", category.Key);
            }
        }

        return null;
    }

    private static bool IsKey(string text) => Key().IsMatch(text);

    private static bool IsText(LocalName name) => IsText(name.En) && (name.Fa is null || IsText(name.Fa)) && (name.Ar is null || IsText(name.Ar));

    private static bool IsText(string text) => text.Length <= LongestText && !string.IsNullOrWhiteSpace(text) && !text.Contains('\0', StringComparison.Ordinal);

    private static string? Twice(IEnumerable<string> keys) => keys.GroupBy(k => k, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,49}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Key();
}
