using System.Collections.Concurrent;
using System.Data.Common;
using Tajriba.Kernel.Log;

namespace Tajriba.Host.Tests.Capture;

/// <summary>Notes the groups that come to be committed; the first is held until it is let go.</summary>
internal sealed class HeldAppender : ILiveAppender
{
    private readonly TaskCompletionSource letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The sources of each group's events, in order.</summary>
    public ConcurrentQueue<IReadOnlyList<string>> Groups { get; } = new();

    public void LetGo() => letGo.SetResult();

    public async Task<AppendResult> AppendAsync(
        IReadOnlyList<LiveEvent> events, Func<DbTransaction, CancellationToken, Task>? alongside = null, CancellationToken cancellationToken = default)
    {
        Groups.Enqueue([.. events.Select(e => e.Source)]);
        await letGo.Task;
        return new AppendResult(events.Count, 0, 0);
    }
}
