using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys;

/// <summary>What can go wrong in this room; mapped once to problem details.</summary>
public abstract record SurveyError
{
    private SurveyError()
    {
    }

    /// <summary>There is no such survey.</summary>
    public sealed record NotFound : SurveyError;

    /// <summary>A key that no survey can have.</summary>
    public sealed record BadKey : SurveyError;

    /// <summary>Another survey has the key, or a deleted one had.</summary>
    public sealed record KeyTaken : SurveyError;

    /// <summary>A title is missing or longer than 200 characters.</summary>
    public sealed record BadTitle : SurveyError;

    /// <summary>A topic that is none: a-z, 0-9 and hyphens, at most 60.</summary>
    public sealed record BadTopic : SurveyError;

    /// <summary>A site that is none: <c>https://host[:port]</c>, at most 20.</summary>
    public sealed record BadOrigin(string Origin) : SurveyError;

    /// <summary>Shares of a population that cannot be read.</summary>
    public sealed record BadMargin(string Line) : SurveyError;

    /// <summary>There is nothing to publish, or nothing published yet.</summary>
    public sealed record Nothing : SurveyError;

    /// <summary>A definition that cannot be used.</summary>
    public sealed record BadDefinition(IReadOnlyList<DefinitionFault> Faults) : SurveyError;
}
