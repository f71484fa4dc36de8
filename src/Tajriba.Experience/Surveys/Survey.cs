using Tajriba.Experience.Surveys.Results;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Surveys;

/// <summary>A survey: what is asked stands in its versions and its draft.</summary>
public sealed record Survey
{
    public required long Id { get; init; }

    /// <summary>What events and addresses call it; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>What people in the house call it, in each language.</summary>
    public required LocalName Name { get; init; }

    /// <summary>The same where no reader's language is known.</summary>
    public string Title => Name.En;

    /// <summary>What it is about, for the preferences of those who are asked: <c>service</c>, <c>product</c>.</summary>
    public required string Topic { get; init; }

    public required SurveyState State { get; init; }

    /// <summary>The version that is asked; 0 before the first.</summary>
    public required int Version { get; init; }

    /// <summary>Definition that is being worked on, as SurveyJS JSON, or null.</summary>
    public string? Draft { get; init; }

    public DateTimeOffset? DraftAt { get; init; }

    public string? DraftBy { get; init; }

    /// <summary>Sites that may show it in a frame: <c>https://shop.example.com</c>.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>How the population is made up that answers are weighted to; none where they are not.</summary>
    public IReadOnlyList<Margin> Margins { get; init; } = [];

    public required DateTimeOffset MadeAt { get; init; }

    public string TitleIn(string language) => Name.In(language);
}
