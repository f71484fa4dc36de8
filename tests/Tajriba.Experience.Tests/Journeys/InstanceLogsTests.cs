using System.Collections;
using Microsoft.Extensions.Logging.Abstractions;
using Tajriba.Experience.Journeys.Instances;
using Tajriba.Experience.Journeys.Objects;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Tests.Journeys;

/// <summary>Journeys that are cut by whoever asks first, and anew whenever the log grows, at the same time.</summary>
public sealed class InstanceLogsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tajriba-instances").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Case13_What_was_cut_from_less_of_the_log_does_not_take_the_place_of_what_was_cut_from_more()
    {
        var log = new MemoryLog().Append([Cast.Event("v1", "book", 0)]);
        var objects = new ObjectLogs(log, new(new DatabaseSettings(DatabaseProvider.Sqlite, Path.Combine(folder, "tajriba.db"), folder), log, NullLogger<ObjectLogFiles>.Instance), TimeProvider.System);
        var instances = new InstanceLogs(objects, new InstanceResults(), TimeProvider.System, NullLogger<InstanceLogs>.Instance);
        var names = new HeldNames();
        var visit = Cast.Visit with { Events = names };
        Task<InstanceLog> slow = Task.Run(() => instances.GetAsync(visit));
        await names.Asked;

        // While the first is being cut, the log grows and the journeys are cut anew.
        log.Append([Cast.Event("v1", "pay", 1)]);
        await objects.HandleAsync(log, 0, default);
        Assert.Equal(2, (await instances.GetAsync(visit)).Position);
        names.LetGo();
        Assert.Equal(2, (await slow).Position);
        Assert.Equal(2, (await instances.GetAsync(visit)).Position);
    }

    /// <summary>No names; whoever asks first how many there are waits for the answer.</summary>
    private sealed class HeldNames : IReadOnlyList<string>
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim letGo = new();

        public Task Asked => asked.Task;

        public int Count
        {
            get
            {
                if (asked.TrySetResult())
                {
                    letGo.Wait();
                }

                return 0;
            }
        }

        public string this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public void LetGo() => letGo.Set();

        public IEnumerator<string> GetEnumerator() => Enumerable.Empty<string>().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
