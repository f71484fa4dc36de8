using Tajriba.Kernel.Jobs;
using Tajriba.Organization.Objectives.Results;
using Tajriba.Organization.Objectives.Tree;

namespace Tajriba.Organization.Objectives.Follow;

/// <summary>Looks every few seconds how key results stand, keeps their figures at hand and writes down which were reached.</summary>
public sealed class ReachedJob(ObjectiveTrees trees, ReachedStore reached) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "objectives.reached";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        ObjectiveTree tree = await trees.GetAsync(cancellationToken);
        (ObjectiveNode Node, string Key)[] now =
        [
            .. tree.All.Where(n => !n.Cycle.Value.IsClosed && n.Value.Scoring is null)
                .SelectMany(n => n.Results.Where(r => r.Standing == Standing.Reached && !r.Result.Keeps).Select(r => (n, r.Result.Key))),
        ];
        if (now.Length == 0)
        {
            return;
        }

        var known = await reached.AllAsync(cancellationToken);
        foreach ((ObjectiveNode node, string key) in now.Where(r => !known.ContainsKey((r.Node.Code, r.Key))))
        {
            await reached.KeepAsync(node, key, cancellationToken);
        }
    }
}
