using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Inbox;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>Finds what customers told by the code that they were given: of a form, or of a case.</summary>
internal sealed class Matters(ICases cases, CasePromises promises, FeedbackStore feedback, FormStore forms)
{
    /// <summary>So many cases went into each other at most.</summary>
    private const int MostMerges = 20;

    /// <summary>The matter; null where there is none. Every code costs the same three questions, whatever stands behind it, so that time tells nothing.</summary>
    public async Task<Matter?> FindAsync(string code, CancellationToken cancellationToken = default)
    {
        KeptCase? kept = await cases.FindAsync(code, cancellationToken);
        FeedbackItem? item = await feedback.FindByCodeAsync(code, cancellationToken);
        DateTimeOffset? told = await forms.ToldAtAsync(code, cancellationToken);
        if (kept is null && item is null && told is null)
        {
            return null;
        }

        string? said = kept?.About.Said ?? item?.Text;
        DateTimeOffset at = item?.ReceivedAt ?? told ?? kept!.Case.OpenedAt;
        kept ??= item?.CaseCode is { } opened ? await cases.FindAsync(opened, cancellationToken) : null;
        for (int merges = 0; merges < MostMerges && kept?.Case.MergedInto is { } into; merges++)
        {
            kept = await cases.FindAsync(into, cancellationToken);
        }

        return new(said ?? "", at, kept, kept is null ? [] : promises.Of(kept.Case));
    }
}
