using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Understand;

/// <summary>Something that customers speak of.</summary>
/// <param name="Key">What events and addresses call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Words">Words that tell of it, by language (<c>fa</c>, <c>ar</c>, <c>en</c>); one that ends with <c>*</c> also begins longer ones.</param>
public sealed record Topic(string Key, LocalName Name, IReadOnlyDictionary<string, IReadOnlyList<string>> Words);
