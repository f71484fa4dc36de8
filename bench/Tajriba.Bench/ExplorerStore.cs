using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Demo.Catalogue;
using Tajriba.Demo.Group;
using Tajriba.Demo.Journeys;
using Tajriba.Demo.Story;
using Tajriba.Experience.Journeys;
using Tajriba.Experience.Journeys.Storage;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Bench;

/// <summary>A house of the wanted size: the demo's story told by one seed after another, each of them of other people, and the journeys that are asked about.</summary>
internal static class ExplorerStore
{
    private const int Batch = 100_000;
    private static readonly DateOnly LastDay = new(2026, 11, 22);

    /// <summary>Everything that a customer meets, cut by a month of silence: the journey that reads every event of a customer.</summary>
    public static JourneyDefinition WholeCustomer { get; } = new()
    {
        Name = new LocalName("All of a customer"),
        ObjectType = "customer",
        TimeoutDays = 30,
        Success = new SuccessRule([DemoCatalogue.NameOf(EventKind.NextServiceAgreed), DemoCatalogue.NameOf(EventKind.VehicleDelivered)], "", ""),
        Confounders = ["segment"],
        ContactEvents = [DemoCatalogue.NameOf(EventKind.DeliveryDateAsked), DemoCatalogue.NameOf(EventKind.ComplaintMade)],
    };

    public static async Task MakeAsync(string folder, int events)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Tajriba:DataDirectory", folder)]).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddTajribaKernel(configuration, [new AccessRoom(), new JourneysRoom()]);
        await using ServiceProvider house = services.BuildServiceProvider();
        await house.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using (AsyncServiceScope scope = house.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<IUnits>().AddAsync(DemoGroup.Units);
            JourneyStore journeys = scope.ServiceProvider.GetRequiredService<JourneyStore>();
            foreach (JourneyDefinition definition in DemoJourneys.All.Select(j => j.ToDefinition()).Prepend(WholeCustomer))
            {
                await journeys.SaveAsync(definition);
            }
        }

        await WriteAsync(house.GetRequiredService<IBulkAppender>(), events);
    }

    private static async Task WriteAsync(IBulkAppender appender, int events)
    {
        await using IBulkAppend bulk = await appender.OpenAsync("bench");
        int[] names = Array.ConvertAll(Enum.GetValues<EventKind>(), kind => bulk.EventName(DemoCatalogue.NameOf(kind)));
        int[] channels = Array.ConvertAll(Enum.GetValues<Channel>(), channel => bulk.Channel(DemoCatalogue.NameOf(channel)));
        int[] units = [.. DemoGroup.Codes.Select(bulk.Unit)];
        int[] types = Array.ConvertAll(Enum.GetValues<ObjectKind>(), kind => kind == ObjectKind.None ? 0 : bulk.ObjectType(DemoCatalogue.NameOf(kind)));
        long number = 0;
        for (int seed = 1; number < events; seed++)
        {
            var story = new DemoStory(LastDay, seed);
            StoryTape tape = story.Tell(story.End);
            long epoch = tape.Start.ToUnixTimeSeconds();
            for (int i = 0; i < tape.Count && number < events; i++)
            {
                Add(tape, i, seed, epoch);
                if (bulk.Pending >= Batch)
                {
                    await bulk.CommitAsync();
                    Console.Error.Write($"\r{number} of {events} events");
                }
            }
        }

        await bulk.CommitAsync();
        Console.Error.WriteLine();

        void Add(StoryTape tape, int place, int seed, long epoch)
        {
            ref readonly StoryEvent item = ref tape.Events[place];
            Span<long> objects = stackalloc long[5];
            Span<byte> id = stackalloc byte[32];
            int count = 0;
            foreach (StoryObject one in (ReadOnlySpan<StoryObject>)[item.Subject, item.Other, item.Third, item.Fourth, item.Fifth])
            {
                if (!one.IsNone)
                {
                    // The staff is one; customers and what belongs to them differ from seed to seed.
                    id[0] = (byte)('A' + (one.Kind == ObjectKind.Employee ? 0 : seed));
                    int length = one.WriteId(id[1..]).Length + 1;
                    objects[count++] = bulk.Object(types[(int)one.Kind], id[..length]);
                }
            }

            bulk.Add(++number, names[(int)item.Kind], (epoch + item.Second) * 1_000_000, channels[(int)item.Channel], item.Unit < 0 ? 0 : units[item.Unit], objects[..count], tape.Attributes(place));
        }
    }
}
