namespace Tajriba.Organization.Governance.Meetings;

/// <summary>What an agenda is made of, in its order.</summary>
public enum AgendaPart
{
    /// <summary>What was to be done since the last meeting.</summary>
    Actions,

    /// <summary>What is to be decided, or looked at again.</summary>
    Decisions,

    Conflicts,

    /// <summary>Indicators whose control chart gave a signal.</summary>
    Signals,

    /// <summary>Problems that nobody has mended.</summary>
    Problems,

    /// <summary>Promises to customers that were not kept.</summary>
    Promises,

    /// <summary>What people put on it.</summary>
    Topics,
}
