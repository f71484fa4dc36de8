namespace Tajriba.Experience.Feedback.Promises;

/// <summary>What can be set for feedback; also the end of the audited action (<c>feedback.hours</c>).</summary>
public static class SettingKind
{
    public const string Hours = "hours";
    public const string Goals = "goals";
    public const string Macro = "macro";
    public const string Cause = "cause";
    public const string Escalation = "escalation";
    public const string Rule = "rule";
    public const string Handler = "handler";
    public const string Form = "form";
    public const string Topic = "topic";

    /// <summary>A topic that is tried and not in force.</summary>
    public const string TopicDraft = "topic-draft";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Hours, Goals, Macro, Cause, Escalation, Rule, Handler, Form, Topic, TopicDraft];
}
