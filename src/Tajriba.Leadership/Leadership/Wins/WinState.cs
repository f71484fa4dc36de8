namespace Tajriba.Leadership.Leadership.Wins;

/// <summary>How far a quick win is.</summary>
public enum WinState
{
    /// <summary>Somebody does it.</summary>
    Doing,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>What came of it is told to all.</summary>
    Told,
}
