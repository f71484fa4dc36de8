using System.Text.Json.Nodes;

namespace Tajriba.Questionnaires;

/// <summary>What a run knows besides the definition.</summary>
public sealed record RunOptions
{
    /// <summary>The reader's language; empty for the one the definition is written in.</summary>
    public string Locale { get; init; } = "";

    /// <summary>Answers given before; they win over defaults.</summary>
    public JsonObject? Answers { get; init; }

    /// <summary>Values with names for expressions and texts: <c>{segment}</c>. Names ignore case.</summary>
    public JsonObject? Variables { get; init; }

    /// <summary>The clock that <c>today()</c> and <c>age()</c> read, with its local time zone.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>How a number is written where a text quotes it; as JSON writes it by default.</summary>
    public Func<string, string> Numbers { get; init; } = number => number;

    /// <summary>Words for yes, no, other and their like where texts quote answers.</summary>
    public UsualWords Words { get; init; } = new();

    /// <summary>Seed of random orders; the same for one respondent, so that a page looks the same when it is shown again.</summary>
    public int Seed { get; init; }
}
