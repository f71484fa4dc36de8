namespace Tajriba.Leadership.Leadership.Time;

/// <summary>How a leader was with customers.</summary>
public enum TimeKind
{
    /// <summary>Was where customers are: a branch, a delivery, their house.</summary>
    Visit,

    /// <summary>Listened to calls.</summary>
    Calls,

    /// <summary>Answered complaints personally.</summary>
    Complaints,
}
