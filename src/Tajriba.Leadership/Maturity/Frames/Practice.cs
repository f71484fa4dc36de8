using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>A statement about what is done, and what it looks like on each level.</summary>
/// <param name="Key">Unique within the frame: the category's key, a full stop and a number.</param>
/// <param name="Text">The statement.</param>
/// <param name="Levels">What one sees on level 1, 2 and so on.</param>
public sealed record Practice(string Key, LocalName Text, IReadOnlyList<LocalName> Levels);
