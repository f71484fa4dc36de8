using Tajriba.Experience.Feedback.Problems.Facts;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;

namespace Tajriba.Experience.Feedback.Problems.Watch;

/// <summary>Proposes problems out of cases, lets charts decide about fixes, and brings back what came again.</summary>
public sealed class ProblemJob(ProblemStore problems, ProblemCases cases, ProblemCharts charts, IUnits units, TimeProvider clock) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "feedback.problems";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ProblemRules rules = await problems.RulesAsync(cancellationToken);
        foreach (Problem problem in await problems.ListAsync(cancellationToken))
        {
            if (await NextAsync(problem, rules, cancellationToken) is { } moment)
            {
                await problems.DoAsync(problem.Code, moment, cancellationToken);
            }
        }

        await problems.ProposeAsync(await cases.SinceAsync(clock.GetUtcNow().AddDays(-rules.Days), cancellationToken), rules, units.Tree, cancellationToken);
    }

    private async Task<ProblemMoment?> NextAsync(Problem problem, ProblemRules rules, CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (problem.State == ProblemState.Fixed)
        {
            return (await charts.OfAsync(problem, cancellationToken: cancellationToken)).Verdict switch
            {
                { Kind: VerdictKind.Confirmed } verdict => new ProblemMoment.Verified(now, verdict),
                { Kind: VerdictKind.Refuted } verdict => new ProblemMoment.Reopened(now, null, verdict, 0, null),
                _ => null,
            };
        }

        if (problem.VerifiedAt is { } since)
        {
            int again = (await cases.SinceAsync(since, cancellationToken)).Count(c => c.OpenedAt >= since && Proposal.Holds(problem, c, units.Tree));
            return again >= rules.Again ? new ProblemMoment.Reopened(now, null, null, again, null) : null;
        }

        return null;
    }
}
