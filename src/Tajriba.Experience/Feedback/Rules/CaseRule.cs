using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Rules;

/// <summary>When a case is opened by itself, and how. Of several rules the first that fits counts. What a rule does not name does not matter to it.</summary>
/// <param name="Key">Its short name: a-z, 0-9 and hyphens.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Trigger">What it looks at.</param>
public sealed record CaseRule(string Key, LocalName Title, RuleTrigger Trigger)
{
    /// <summary>The most words, topics and such that one rule names.</summary>
    public const int MostNamed = 50;

    /// <summary>The longest phrase.</summary>
    public const int LongestPhrase = 100;

    /// <summary>How far back a repetition is looked for, in days, and how many times it can take.</summary>
    public const int MostDays = 365, MostTimes = 50;

    public bool IsOn { get; init; } = true;

    /// <summary>Rules are asked in this order, then by key.</summary>
    public int Place { get; init; }

    /// <summary>Codes of units; those below them count too.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>ISO 639 codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<FeedbackKind> Kinds { get; init; } = [];

    /// <summary>Keys of topics, one of which it is about.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Phrases, one of which it has, in any spelling.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>Negative with at least this probability, 0 to 1.</summary>
    public double? NegativeFrom { get; init; }

    public Urgency? UrgencyFrom { get; init; }

    /// <summary>1 to 5.</summary>
    public int? RatingUpTo { get; init; }

    /// <summary>Key of a survey; null for any.</summary>
    public string? Survey { get; init; }

    /// <summary>Of <see cref="RuleTrigger.Score"/>: name of the score, as <c>nps</c> or <c>csat.speed</c>.</summary>
    public string? Score { get; init; }

    /// <summary>The score is no higher.</summary>
    public double? ScoreUpTo { get; init; }

    /// <summary>Of <see cref="RuleTrigger.Repetition"/>: name of the event.</summary>
    public string? Event { get; init; }

    /// <summary>How often it has happened to the customer, this time included.</summary>
    public int Times { get; init; } = 3;

    /// <summary>Within so many days.</summary>
    public int Days { get; init; } = 14;

    /// <summary>The priority of the case; null: as urgent as it reads.</summary>
    public CasePriority? Priority { get; init; }

    /// <summary>Code of the unit that answers; null: the one that it is about.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether it goes at once to somebody who knows the matter and the language and has room.</summary>
    public bool Assigns { get; init; }

    /// <summary>What is wrong with it: <c>key</c>, <c>title</c>, <c>named</c>, <c>number</c>, <c>score</c> or <c>event</c>; null for nothing.</summary>
    [JsonIgnore]
    public string? Fault
        => Title.En.Length is 0 or > 200 ? "title"
            : Units.Count > MostNamed || Channels.Count > MostNamed || Languages.Count > MostNamed || Topics.Count > MostNamed || Phrases.Count > MostNamed || Phrases.Any(p => p.Length > LongestPhrase || TextReading.Terms(p).Count == 0) ? "named"
            : NegativeFrom is < 0 or > 1 || RatingUpTo is < 1 or > 5 ? "number"
            : Trigger == RuleTrigger.Score && (string.IsNullOrEmpty(Score) || Score.Length > LongestPhrase || ScoreUpTo is not { } score || !double.IsFinite(score)) ? "score"
            : Trigger == RuleTrigger.Repetition && (string.IsNullOrEmpty(Event) || Event.Length > 200 || Times is < 2 or > MostTimes || Days is < 1 or > MostDays) ? "event"
            : null;
}
