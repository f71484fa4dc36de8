using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Building;

/// <summary>Writes a story's history into the log in bulk.</summary>
internal sealed class HistoryWriter(IBulkAppender appender)
{
    private const int Batch = 100_000;

    public async Task WriteAsync(DemoPlan plan, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        await using var bulk = await appender.OpenAsync(plan.Source, cancellationToken);
        var tape = plan.Open().Tell(plan.Now);
        if (bulk.HighWater == tape.Count)
        {
            return;
        }

        var names = Array.ConvertAll(Enum.GetValues<EventKind>(), kind => bulk.EventName(DemoCatalogue.NameOf(kind)));
        var channels = Array.ConvertAll(Enum.GetValues<Channel>(), channel => bulk.Channel(DemoCatalogue.NameOf(channel)));
        var units = DemoGroup.Codes.Select(bulk.Unit).ToArray();
        var types = Array.ConvertAll(Enum.GetValues<ObjectKind>(), kind => kind == ObjectKind.None ? 0 : bulk.ObjectType(DemoCatalogue.NameOf(kind)));
        var handles = new Dictionary<uint, long>();
        var epoch = tape.Start.ToUnixTimeSeconds();
        for (var i = 0; i < tape.Count; i++)
        {
            Add(i);
            if (bulk.Pending >= Batch)
            {
                await bulk.CommitAsync(cancellationToken: cancellationToken);
                progress?.Report(new DemoProgress(i + 1, tape.Count));
            }
        }

        await bulk.CommitAsync(cancellationToken: cancellationToken);
        progress?.Report(new DemoProgress(tape.Count, tape.Count));

        void Add(int place)
        {
            ref readonly var item = ref tape.Events[place];
            Span<long> objects = stackalloc long[5];
            var count = 0;
            foreach (var one in (ReadOnlySpan<StoryObject>)[item.Subject, item.Other, item.Third, item.Fourth, item.Fifth])
            {
                if (!one.IsNone)
                {
                    objects[count++] = Handle(one);
                }
            }

            bulk.Add(
                tape.NumberOf(place),
                names[(int)item.Kind],
                (epoch + item.Second) * 1_000_000,
                channels[(int)item.Channel],
                item.Unit < 0 ? 0 : units[item.Unit],
                objects[..count],
                tape.Attributes(place));
        }

        long Handle(StoryObject one)
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
