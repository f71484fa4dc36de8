namespace Tajriba.Demo.Feedback;

/// <summary>What customers write about one cause, by language, and what is done about it.</summary>
internal sealed record DemoComplaint(string Action, IReadOnlyList<string> Fa, IReadOnlyList<string> Ar, IReadOnlyList<string> En)
{
    public IReadOnlyList<string> In(string language) => language switch { "ar" => Ar, "en" => En, _ => Fa };
}
