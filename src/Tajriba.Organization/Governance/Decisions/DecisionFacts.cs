using System.Text.Json;
using Tajriba.Kernel.Log;

namespace Tajriba.Organization.Governance.Decisions;

/// <summary>What the log is told of decisions.</summary>
public static class DecisionFacts
{
    public const string Source = "room:governance";
    public const string Made = "Decision Made";
    public const string Reviewed = "Decision Reviewed";

    /// <summary>The fact of a decision that has just been made or looked at again, or null where the log need not know.</summary>
    /// <param name="code">What it is called.</param>
    /// <param name="version">The version that says so.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="unit">Code of its body's unit, or null.</param>
    /// <param name="at">When.</param>
    internal static NewEvent? Of(string code, int version, Decision decision, string? unit, DateTimeOffset at)
    {
        string? name = decision.State switch { DecisionState.Decided => Made, DecisionState.Reviewed => Reviewed, _ => null };
        return name is null ? null : new NewEvent
        {
            Source = Source,
            Id = $"decision-{code}-{version}",
            Name = name,
            Time = at,
            Objects = [new("decision", code)],
            Unit = unit,
            Attributes = JsonSerializer.Serialize(new { decision = code, body = decision.Body, indicator = decision.Effect?.Indicator }),
        };
    }
}
