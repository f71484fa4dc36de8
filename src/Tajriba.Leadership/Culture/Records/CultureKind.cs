namespace Tajriba.Leadership.Culture.Records;

/// <summary>What the room keeps by version; also the end of the audited action (<c>culture.round</c>).</summary>
public static class CultureKind
{
    public const string Question = "question";
    public const string Round = "round";
    public const string Path = "path";
    public const string Ritual = "ritual";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Question, Round, Path, Ritual];
}
