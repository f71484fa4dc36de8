using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Surveys.Storage;

/// <summary>A survey's names besides the one in its own column.</summary>
/// <param name="Fa">In Persian, or null.</param>
/// <param name="Ar">In Arabic, or null.</param>
internal sealed record Titles(string? Fa = null, string? Ar = null)
{
    public LocalName With(string title) => new(title, Fa, Ar);
}
