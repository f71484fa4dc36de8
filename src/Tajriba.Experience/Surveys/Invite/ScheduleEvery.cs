using System.Text.Json.Serialization;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>What a schedule repeats with.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScheduleEvery>))]
public enum ScheduleEvery
{
    Week,
    Month,

    /// <summary>A month of the Iranian solar calendar.</summary>
    JalaliMonth,
}
