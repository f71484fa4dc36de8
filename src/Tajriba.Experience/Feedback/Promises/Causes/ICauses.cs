namespace Tajriba.Experience.Feedback.Promises.Causes;

/// <summary>The list of root causes, a tree of two levels.</summary>
public interface ICauses
{
    /// <summary>All of them, each group before what belongs to it; those of a new house where none was set.</summary>
    IReadOnlyList<Cause> All { get; }

    /// <summary>Those that a case can be closed with: neither closed nor a group of others.</summary>
    IReadOnlyList<Cause> Choosable { get; }

    /// <summary>One by its key, or null.</summary>
    Cause? Find(string? key);

    /// <summary>What a cause is called in a language, with its group before it; its key where it is unknown.</summary>
    string TitleOf(string key, string language);
}
