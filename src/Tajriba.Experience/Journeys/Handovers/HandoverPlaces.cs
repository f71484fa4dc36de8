using Tajriba.Experience.Journeys.Instances;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Handovers;

/// <summary>Between what hand-overs can be counted.</summary>
internal static class HandoverPlaces
{
    public const string Default = "employee";

    public static IReadOnlyList<string> All { get; } = [Default, "unit", "channel"];

    /// <summary>Whether the name is known, and its column (null where the log has none).</summary>
    public static (bool Known, AttributeColumn? Column) Column(InstanceLog log, string? between) => between switch
    {
        null or "" or Default => (true, log.Employees),
        "unit" => (true, log.Units),
        "channel" => (true, log.Channels),
        _ => (false, null),
    };
}
