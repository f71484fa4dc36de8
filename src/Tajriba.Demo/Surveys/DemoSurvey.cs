using Tajriba.Demo.Story;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Access;

namespace Tajriba.Demo.Surveys;

/// <summary>A survey of the group.</summary>
/// <param name="Key">Its key in the product and in events.</param>
/// <param name="Place">Its place among <see cref="DemoSurveys.All"/>.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Name">What people call it.</param>
public sealed record DemoSurvey(string Key, int Place, string Topic, LocalName Name)
{
    /// <summary>Its definition in SurveyJS JSON.</summary>
    public string Json { get; } = Read(Key);

    /// <summary>How the group's customers are made up, to which answers are weighted; none where that is not known.</summary>
    public IReadOnlyList<Margin> Margins { get; init; } = [];

    /// <summary>The survey as an object of events.</summary>
    public StoryObject Object => new(ObjectKind.Survey, Place);

    private static string Read(string key)
    {
        using var stream = typeof(DemoSurvey).Assembly.GetManifestResourceStream($"Tajriba.Demo.Surveys.{key}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
