using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Tajriba.Experience.Feedback.Cases.Work;

/// <summary>What somebody wants to do to a case, as a form or a program says it; each deed needs some of it.</summary>
internal sealed record AskedDeed
{
    /// <summary>How many moments they saw; null where they did not say.</summary>
    public int? Seen { get; init; }

    /// <summary>Of an answer, a note, what was done, or why it is opened again.</summary>
    public string? Text { get; init; }

    /// <summary><c>message</c> for an answer that goes out to the customer; else it was given otherwise.</summary>
    public string? By { get; init; }

    /// <summary>Id of the person who gets it.</summary>
    public long? To { get; init; }

    /// <summary>Code of a unit; empty for the organization.</summary>
    public string? Unit { get; init; }

    public string? Priority { get; init; }

    /// <summary>Whom it waits for.</summary>
    public string? For { get; init; }

    /// <summary>Key of a root cause.</summary>
    public string? Cause { get; init; }

    /// <summary>Code of the case that goes on for it.</summary>
    public string? Into { get; init; }

    public static AskedDeed Of(IFormCollection form) => new()
    {
        Seen = (int?)Number(form["seen"]), Text = form["text"], By = form["by"], To = Number(form["to"]), Unit = form["unit"], Priority = form["priority"], For = form["for"], Cause = form["cause"], Into = form["into"],
    };

    private static long? Number(string? typed) => long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= int.MaxValue ? number : null;
}
