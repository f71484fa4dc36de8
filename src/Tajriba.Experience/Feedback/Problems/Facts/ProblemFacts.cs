using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Feedback.Problems.Facts;

/// <summary>What the log is told of problems.</summary>
public static class ProblemFacts
{
    public const string Source = "room:feedback";
    public const string Opened = "Problem Opened";
    public const string Fixed = "Problem Fixed";
    public const string Verified = "Problem Verified";
    public const string Reopened = "Problem Reopened";

    /// <summary>The fact of a problem's last moment, or null where the log need not know.</summary>
    internal static NewEvent? Of(Problem problem)
    {
        string? name = problem.Moments[^1] switch
        {
            ProblemMoment.Opened => Opened,
            ProblemMoment.Fixed => Fixed,
            ProblemMoment.Verified => Verified,
            ProblemMoment.Reopened => Reopened,
            _ => null,
        };
        return name is null ? null : new NewEvent
        {
            Source = Source,
            Id = string.Create(CultureInfo.InvariantCulture, $"problem-{problem.Id}-{problem.Moments.Length}"),
            Name = name,
            Time = problem.Moments[^1].At,
            Objects = [new("problem", problem.Code)],
            Unit = problem.Unit,
            Attributes = JsonSerializer.Serialize(new { problem = problem.Code, cause = problem.Cause, indicator = problem.Measure?.Indicator }),
        };
    }
}
