using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Experience.Feedback.Problems.Look;

/// <summary>Problems that wait for the person: proposals that they may decide about, and those that are theirs to mend.</summary>
internal sealed class ProblemWaiting(ICurrentPerson person, ProblemReader reader, IStringLocalizer<ProblemTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
        => !person.Can(FeedbackPermissions.View) ? []
            : [.. (await reader.ListAsync(cancellationToken)).Where(IsWaiting).Select(p => new WaitingItem(
                "bulb", texts[p.State == ProblemState.Proposed ? "Waiting-Proposed" : "Waiting-Open", reader.TitleOf(p)], "/feedback/problems/" + p.Code))];

    private bool IsWaiting(Problem problem)
        => problem.State == ProblemState.Proposed ? reader.Manages(problem.Unit) : problem.State == ProblemState.Open && problem.Owner == person.Id;
}
