using System.Text.Json.Nodes;

namespace Tajriba.Experience.Surveys.Call;

/// <summary>What became of a call that was told.</summary>
internal abstract record CallOutcome
{
    private CallOutcome()
    {
    }

    /// <summary>Its answer is in the log.</summary>
    /// <param name="Id">The event's id.</param>
    /// <param name="Version">Of the definition.</param>
    /// <param name="Answers">As they are kept.</param>
    /// <param name="IsNew">False where the same was told before.</param>
    public sealed record Taken(string Id, int Version, JsonObject Answers, bool IsNew) : CallOutcome;

    /// <summary>Another answer was told for the call before.</summary>
    public sealed record Differs : CallOutcome;

    /// <summary>The survey takes no answers.</summary>
    public sealed record NotOpen : CallOutcome;

    /// <summary>Something in it cannot be.</summary>
    public sealed record Refused(IReadOnlyList<CallFault> Faults) : CallOutcome;
}
