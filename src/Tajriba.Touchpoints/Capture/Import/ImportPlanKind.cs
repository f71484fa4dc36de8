namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>What an import of a file would do, in the light of what was imported before.</summary>
public enum ImportPlanKind
{
    New,

    /// <summary>The same content by the same mapping was imported whole; nothing is left to do.</summary>
    AlreadyDone,

    /// <summary>The same content was begun; it goes on where it stood.</summary>
    Resumes,

    /// <summary>The file is an earlier one that grew; only its new rows are read.</summary>
    Continues,
}
