using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Customers;
using Tajriba.Touchpoints.Customers.Identity;

namespace Tajriba.Bench;

/// <summary>
/// <c>identity [EVENTS] [CUSTOMERS] [CONNECTION]</c>: what keeping who is who costs behind the log, beside a bare scan of the
/// same events in the same run; on SQLite, and on PostgreSQL where a connection is given.
/// </summary>
internal static class IdentityVerb
{
    private const int Kiosks = 20;
    private const int Live = 1_000;
    private const int LiveRounds = 50;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int events = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 1_000_000;
        int customers = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine($"| thousand events per CPU second, {events:N0} events of {customers:N0} customers | identity | bare scan | ratio | peak memory |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
        await MeasureAsync("SQLite", events, customers, null);
        if (arguments.Length > 2)
        {
            await MeasureAsync("PostgreSQL", events, customers, arguments[2]);
        }

        return 0;
    }

    private static async Task MeasureAsync(string store, int events, int customers, string? connection)
    {
        string folder = Directory.CreateTempSubdirectory("tajriba-identity-bench-").FullName;
        try
        {
            IConfiguration configuration = new ConfigurationBuilder()
                .AddInMemoryCollection([new("Tajriba:DataDirectory", folder), .. connection is null ? [] : new KeyValuePair<string, string?>[] { new("Tajriba:Database", "postgres:" + connection) }])
                .Build();
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton(configuration);
            services.AddTajribaKernel(configuration, [new AccessRoom(), new CustomersRoom()]);
            await using ServiceProvider kernel = services.BuildServiceProvider();
            await kernel.GetRequiredService<SchemaMigrator>().MigrateAsync();
            var log = kernel.GetRequiredService<IExperienceLog>();
            var learner = kernel.GetRequiredService<IdentityLearner>();
            var random = new Random(7);
            await using IBulkAppend bulk = await kernel.GetRequiredService<IBulkAppender>().OpenAsync("bench");
            var codes = new Codes(bulk);
            await TellAsync(bulk, codes, 0, events, customers, random);

            bool server = connection is not null;
            double scan = await CpuClock.RateAsync(events, () => Task.Run(() => log.Scan(0, static (in CodedEvent _) => { })), server);
            double first = await CpuClock.RateAsync(events, () => HearAsync(log, learner, 0), server);
            Print($"{store}: from nothing", first, scan);
            double live = 0;
            for (int round = 0; round < LiveRounds; round++)
            {
                long stood = log.Head;
                await TellAsync(bulk, codes, events + (round * Live), Live, customers, random);
                live += Live / await CpuClock.RateAsync(Live, () => HearAsync(log, learner, stood), server);
            }

            Print($"{store}: as it happens, {Live:N0} at a time", LiveRounds * Live / live, scan);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task HearAsync(IExperienceLog log, IdentityLearner learner, long position)
    {
        while (position < log.Head)
        {
            position = await learner.HandleAsync(log, position, default);
        }
    }

    /// <summary>
    /// Nine of ten events are tracked, one identifies; a customer has up to three devices, one event of fifty comes from a
    /// kiosk, and of fifty customers one has the verified address of another.
    /// </summary>
    private static async Task TellAsync(IBulkAppend bulk, Codes codes, int from, int count, int customers, Random random)
    {
        for (int i = from; i < from + count; i++)
        {
            int customer = random.Next(customers);
            bool isIdentify = i % 10 == 0;
            int device = i % 50 == 1 ? -1 - random.Next(Kiosks) : (customer * 3) + random.Next(3);
            int mailbox = customer % 50 == 0 ? customer + 1 : customer;
            string text = isIdentify
                ? $$$"""{"type":"identify","messageId":"m-{{{i}}}","userId":"c{{{customer}}}","anonymousId":"a{{{device}}}","traits":{"name":"مشتری {{{customer}}}","email":"Customer{{{mailbox}}}@Example.com","emailVerified":{{{(customer % 50 < 2 || customer % 3 == 0 ? "true" : "false")}}},"phone":"0912{{{customer:d7}}}","plan":"gold"},"context":{"ip":"10.0.0.1","userAgent":"Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36","locale":"fa-IR"},"timestamp":"2026-05-01T10:00:00.000Z"}"""
                : $$$"""{"type":"track","messageId":"m-{{{i}}}","userId":"c{{{customer}}}","anonymousId":"a{{{device}}}","event":"Order Completed","properties":{"order_id":"o-{{{i}}}","total":125000,"currency":"IRR","branch":"شعبهٔ مرکزی","coupon":null,"items":3},"context":{"ip":"10.0.0.1","library":{"name":"analytics.js","version":"2.11.1"},"userAgent":"Mozilla/5.0 (X11; Linux x86_64) Chrome/140","locale":"fa-IR","page":{"url":"https://shop.example/cart","path":"/cart"}},"timestamp":"2026-05-01T10:00:00.000Z"}""";
            bulk.Add(
                i + 1, isIdentify ? codes.Identified : codes.Ordered, (1_700_000_000L + i) * 1_000_000, codes.Channel, 0,
                [bulk.Object(codes.Customer, Encoding.UTF8.GetBytes($"c{customer}")), bulk.Object(codes.Visitor, Encoding.UTF8.GetBytes($"a{device}"))],
                Encoding.UTF8.GetBytes(text));
            if (bulk.Pending == 50_000)
            {
                await bulk.CommitAsync();
            }
        }

        await bulk.CommitAsync();
    }

    private static void Print(string what, double rate, double scan) =>
        Console.WriteLine($"| {what} | {rate / 1000:N0} | {scan / 1000:N0} | {rate / scan:0.000} | {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20:N0} MB |");

    private sealed class Codes(IBulkAppend bulk)
    {
        public int Identified { get; } = bulk.EventName("Identified");

        public int Ordered { get; } = bulk.EventName("Order Completed");

        public int Channel { get; } = bulk.Channel("web");

        public int Customer { get; } = bulk.ObjectType("customer");

        public int Visitor { get; } = bulk.ObjectType("visitor");
    }
}
