namespace Tajriba.Touchpoints.Capture.Import;

public enum ImportState
{
    /// <summary>Known, not begun.</summary>
    Waiting,
    Running,

    /// <summary>Every row was read.</summary>
    Done,

    /// <summary>Ended by a person; goes on where it stood.</summary>
    Stopped,

    /// <summary>The file is broken from some row on.</summary>
    Failed,
}
