using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tajriba.Experience.Feedback;
using Tajriba.Experience.Indicators;
using Tajriba.Experience.Surveys;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture;
using Tajriba.Touchpoints.Channels;
using Tajriba.Touchpoints.Customers;
using Tajriba.Ui;

namespace Tajriba.Bench;

/// <summary><c>feedback [TEXTS] [FOLDER]</c>: the inbox over that many texts, asked over HTTP; a folder that is there already is used as it stands.</summary>
internal static class FeedbackVerb
{
    private const int Usual = 1_000_000;
    private const int Batch = 50_000;
    private const int Port = 5_788;
    private const int Units = 20;

    /// <summary>Words of each language; a text is some of them, so that a word stands in one text of some dozen.</summary>
    private static readonly string[][] Words =
    [
        "خدمات شعبه خیلی کند بود و پاسخگویی مناسب نبود قیمت قطعه بالا رفتار کارکنان خوب تحویل دیر پیگیری نشد راضی هستم ممنون تعمیر دوباره خراب شد نوبت انتظار سه ساعت سایت باز نمی‌شد گارانتی قبول نکردند تمیز سریع عالی".Split(' '),
        "الخدمة بطيئة جدا والموظفون رائعون السعر مرتفع التسليم تأخر لم يتصل بي أحد شكرا ممتاز الجودة سيئة الانتظار طويل الفرع نظيف التطبيق لا يعمل الضمان رفض القطع غير متوفرة".Split(' '),
        "the service was slow and nobody called me back price too high staff friendly delivery late repair failed again great work thanks waiting three hours website down warranty refused clean quick excellent parts unavailable".Split(' '),
    ];

    private static readonly string[] Pages =
    [
        "feedback", "feedback?sentiment=neg", "feedback?topic=warranty&urgency=high", "feedback?unit=u3&language=ar", "feedback?kind=question", "feedback?state=spam", "feedback?q=warranty", "feedback?q=%D9%83%D9%8A%D9%81",
        "feedback?q=%DA%AF%D8%A7%D8%B1%D8%A7%D9%86%D8%AA%DB%8C%20%D8%AA%D8%B9%D9%85%DB%8C%D8%B1", "feedback?kind=question&state=all", "feedback?topic=nothing", "feedback?to=2022-12-31", "feedback?q=service&kind=question", "feedback?q=nowhere", "feedback?q=number%20777777", "feedback?q=service&sentiment=pos&unit=u7",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        int texts = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        string folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), $"tajriba-feedback-{texts}");
        if (!Directory.Exists(folder))
        {
            await MakeAsync(folder, texts);
        }

        await using ExplorerHost house = await ExplorerHost.StartAsync(folder, Port);
        foreach (string page in Pages)
        {
            await house.TellAsync(page, page.Contains("q=", StringComparison.Ordinal) ? 200 : 150);
        }

        return 0;
    }

    /// <summary>An empty house of the rooms that feedback needs, with its units; its server is not started.</summary>
    internal static async Task<WebApplication> OpenAsync(string folder, params Room[] more)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Tajriba:DataDirectory", folder)]);
        builder.Services.AddTajribaUi();
        builder.Services.AddTajribaKernel(builder.Configuration, [new AccessRoom(), new CaptureRoom(), new ChannelsRoom(), new CustomersRoom(), new SurveysRoom(), new IndicatorsRoom(), new FeedbackRoom(), .. more]);
        WebApplication house = builder.Build();
        await house.Services.GetRequiredService<SchemaMigrator>().MigrateAsync();
        await using AsyncServiceScope scope = house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IUnits>().AddAsync([.. Enumerable.Range(0, Units).Select(u => new NewUnit("u" + u.ToString(CultureInfo.InvariantCulture), UnitKind.Branch, null, new LocalName($"Branch {u}")))]);
        return house;
    }

    private static async Task MakeAsync(string folder, int texts)
    {
        await using WebApplication house = await OpenAsync(folder);
        await using IBulkAppend bulk = await house.Services.GetRequiredService<IBulkAppender>().OpenAsync("bench");
        int name = bulk.EventName("Feedback Received"), customer = bulk.ObjectType("customer"), channel = bulk.Channel("web");
        int[] units = [.. Enumerable.Range(0, Units).Select(u => bulk.Unit("u" + u.ToString(CultureInfo.InvariantCulture)))];
        string[] kinds = ["complaint", "suggestion", "praise", "review", "comment"];
        var dice = new Random(1);
        long start = new DateTimeOffset(2023, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        for (int i = 0; i < texts; i++)
        {
            string[] words = Words[i % Words.Length];
            string text = string.Join(' ', Enumerable.Range(0, dice.Next(6, 16)).Select(_ => words[dice.Next(words.Length)])) + " number " + i.ToString(CultureInfo.InvariantCulture);
            string attributes = string.Create(CultureInfo.InvariantCulture, $$"""{"kind":"{{kinds[dice.Next(kinds.Length)]}}","text":"{{text}}"}""");
            bulk.Add(
                i + 1, name, (start + (long)(i * (690.0 * 86_400 / texts))) * 1_000_000, channel, units[dice.Next(Units)],
                [bulk.Object(customer, Encoding.UTF8.GetBytes("c" + dice.Next(200_000).ToString(CultureInfo.InvariantCulture)))], Encoding.UTF8.GetBytes(attributes));
            if (bulk.Pending >= Batch)
            {
                await bulk.CommitAsync();
            }
        }

        await bulk.CommitAsync();
        long begun = System.Diagnostics.Stopwatch.GetTimestamp();
        await house.Services.GetRequiredService<ILogSubscribers>().CatchUpAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts} texts were understood and every follower of the log caught up in {System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s"));
    }
}
