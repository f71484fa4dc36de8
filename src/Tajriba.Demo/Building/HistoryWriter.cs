using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Settings;

namespace Tajriba.Demo.Building;

/// <summary>Writes a story's history into the log in bulk.</summary>
internal sealed class HistoryWriter(IBulkAppender appender, ISettings settings)
{
    private const int Batch = 100_000;

    /// <summary>Setting that names the story whose history is complete, so that a restart need not tell it to find out.</summary>
    private const string Complete = "demo.history";

    public async Task WriteAsync(DemoPlan plan, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        if (await settings.GetAsync(Complete, "", cancellationToken) == plan.Source)
        {
            return;
        }

        await using var bulk = await appender.OpenAsync(plan.Source, cancellationToken);
        var tape = plan.Open().Tell(plan.Now);
        var pen = new Pen(bulk, tape);
        for (var i = (int)(bulk.HighWater ?? 0); i < tape.Count; i++)
        {
            pen.Add(i);
            if (bulk.Pending >= Batch)
            {
                await bulk.CommitAsync(cancellationToken: cancellationToken);
                progress?.Report(new DemoProgress(i + 1, tape.Count));
            }
        }

        await bulk.CommitAsync((transaction, cancel) => settings.SetAsync(transaction, Complete, plan.Source, cancel), cancellationToken);
        progress?.Report(new DemoProgress(tape.Count, tape.Count));
    }

    /// <summary>The story's codes in those of one append.</summary>
    private sealed class Pen(IBulkAppend bulk, StoryTape tape)
    {
        private readonly int[] names = Array.ConvertAll(Enum.GetValues<EventKind>(), kind => bulk.EventName(DemoCatalogue.NameOf(kind)));
        private readonly int[] channels = Array.ConvertAll(Enum.GetValues<Channel>(), channel => bulk.Channel(DemoCatalogue.NameOf(channel)));
        private readonly int[] units = [.. DemoGroup.Codes.Select(bulk.Unit)];
        private readonly int[] types = Array.ConvertAll(Enum.GetValues<ObjectKind>(), kind => kind == ObjectKind.None ? 0 : bulk.ObjectType(DemoCatalogue.NameOf(kind)));
        private readonly Dictionary<uint, long> handles = [];
        private readonly long epoch = tape.Start.ToUnixTimeSeconds();

        public void Add(int place)
        {
            ref readonly var item = ref tape.Events[place];
            Span<StoryObject> concerned = stackalloc StoryObject[StoryEvent.MostObjects];
            Span<long> objects = stackalloc long[StoryEvent.MostObjects];
            Span<int> parts = stackalloc int[StoryEvent.MostObjects];
            var count = item.CopyObjects(concerned);
            for (var i = 0; i < count; i++)
            {
                objects[i] = Handle(concerned[i]);
                parts[i] = bulk.Qualifier(DemoCatalogue.PartOf(concerned[i], item));
            }

            bulk.Add(
                tape.NumberOf(place),
                names[(int)item.Kind],
                (epoch + item.Second) * 1_000_000,
                channels[(int)item.Channel],
                item.Unit < 0 ? 0 : units[item.Unit],
                objects[..count],
                tape.Attributes(place),
                parts[..count]);
        }

        private long Handle(StoryObject one)
        {
            if (!handles.TryGetValue(one.Code, out var handle))
            {
                Span<byte> id = stackalloc byte[24];
                handles.Add(one.Code, handle = bulk.Object(types[(int)one.Kind], one.WriteId(id)));
            }

            return handle;
        }
    }
}
