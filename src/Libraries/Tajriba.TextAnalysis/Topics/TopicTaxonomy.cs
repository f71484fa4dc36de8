using System.Text.Json;

namespace Tajriba.TextAnalysis;

/// <summary>
/// The topics of an organization, as people edit them: a version, and for each topic its names and examples. As JSON:
/// <c>{"version": 3, "topics": [{"key": "delivery", "names": {"en": "Delivery", "fa": "ارسال"}, "examples": ["the courier came late"]}]}</c>.
/// </summary>
public sealed class TopicTaxonomy
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A taxonomy.</summary>
    /// <param name="version">Its version, 1 or more; a change is a new version.</param>
    /// <param name="topics">Two topics or more, with keys of their own and an example each at least.</param>
    /// <exception cref="ArgumentException">It is not so.</exception>
    public TopicTaxonomy(int version, IReadOnlyList<TaxonomyTopic> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        string problem = version < 1 ? "A version is 1 or more."
            : topics.Count < 2 ? "There must be two topics at least."
            : topics.FirstOrDefault(t => string.IsNullOrWhiteSpace(t.Key) || t.Key.Contains('|', StringComparison.Ordinal)) is not null ? "A topic has no key, or one with a vertical bar."
            : topics.GroupBy(t => t.Key).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"The topic '{twice.Key}' is there twice."
            : topics.FirstOrDefault(t => t.Examples is null || t.Examples.Count == 0 || t.Examples.Any(string.IsNullOrWhiteSpace)) is { } bare ? $"The topic '{bare.Key}' has no examples, or an empty one."
            : "";
        if (problem.Length > 0)
        {
            throw new ArgumentException(problem, nameof(topics));
        }

        Version = version;
        Topics = topics;
    }

    /// <summary>Its version.</summary>
    public int Version { get; }

    /// <summary>The topics in the order of the file.</summary>
    public IReadOnlyList<TaxonomyTopic> Topics { get; }

    /// <summary>Reads a taxonomy from JSON.</summary>
    /// <exception cref="FormatException">It is no taxonomy; the message says why.</exception>
    public static TopicTaxonomy Read(Stream stream)
    {
        try
        {
            Content content = JsonSerializer.Deserialize<Content>(stream, Format) ?? throw new FormatException("The taxonomy is empty.");
            return new TopicTaxonomy(content.Version, [.. (content.Topics ?? []).Select(t => t with { Names = t.Names ?? new Dictionary<string, string>() })]);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>Writes it as JSON.</summary>
    public void Write(Stream stream) => JsonSerializer.Serialize(stream, new Content(Version, Topics), Format);

    /// <summary>Learns the topics; an example that several topics have is of all of them.</summary>
    public TopicModel Learn() => TopicTrainer.Train(
        [.. Topics.SelectMany(t => t.Examples.Select(e => (t.Key, Text: e))).GroupBy(e => e.Text)
            .Select(g => new Example(g.Key, string.Join('|', g.Select(e => e.Key).Distinct()), "taxonomy", ""))]);

    private sealed record Content(int Version, IReadOnlyList<TaxonomyTopic>? Topics);
}
