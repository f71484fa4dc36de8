using Tajriba.Kernel.Log;

namespace Tajriba.Organization.Objectives.Records;

/// <summary>What the log is told of objectives.</summary>
internal static class ObjectiveFacts
{
    private const string Source = "room:objectives";

    public static NewEvent Set(string code, Objective objective, DateTimeOffset at) => Of("Objective Set", $"{code}-set", code, objective, at);

    public static NewEvent Scored(string code, Objective objective, DateTimeOffset at) => Of("Objective Scored", $"{code}-scored-{at.ToUnixTimeMilliseconds()}", code, objective, at);

    public static NewEvent Reached(string code, string result, Objective objective, DateTimeOffset at) => Of("Key Result Reached", $"{code}-{result}-reached", code, objective, at);

    private static NewEvent Of(string name, string id, string code, Objective objective, DateTimeOffset at) => new()
    {
        Source = Source,
        Id = id,
        Name = name,
        Time = at,
        Unit = objective.Unit,
        Objects = [new("objective", code)],
    };
}
