using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>Something that customers speak of.</summary>
/// <param name="Key">What events and addresses call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Words">Words that tell of it, by language (<c>fa</c>, <c>ar</c>, <c>en</c>); one that ends with <c>*</c> also begins longer ones.</param>
/// <param name="IsOff">Whether no text is given it any more; what it is called stays known.</param>
public sealed record Topic(string Key, LocalName Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Words, bool IsOff = false)
{
    /// <summary>Key of the words of alarm: they are no topic, they make a text urgent.</summary>
    public const string Alarm = "alarm";

    /// <summary>Texts that are about it, as people showed; from five on others that are like them are given it too.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>Texts that are not about it, as people showed.</summary>
    public IReadOnlyList<string> NotAbout { get; init; } = [];

    /// <summary>Texts drawn from what was told when the examples were last changed: beside them one sees what the examples have in common.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];
}
