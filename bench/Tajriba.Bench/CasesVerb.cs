using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Experience.Feedback.Cases;

namespace Tajriba.Bench;

/// <summary><c>cases [CASES] [FOLDER]</c>: the list of that many open cases, asked over HTTP; a folder that is there already is used as it stands.</summary>
internal static class CasesVerb
{
    private const int Usual = 200_000;
    private const int Port = 5_789;
    private const int Units = 20;

    /// <summary>Milliseconds of the server that a page may take.</summary>
    private const double Most = 150;

    private static readonly string[] Pages =
    [
        "feedback/cases", "feedback/cases?view=mine", "feedback/cases?view=unassigned", "feedback/cases?view=overdue", "feedback/cases?unit=u3", "feedback/cases?priority=Urgent", "feedback/cases?unit=u3&priority=Low",
        "feedback/cases?state=New&language=ar", "feedback/cases?channel=web", "feedback/cases?channel=nowhere", "feedback/cases?sort=newest",
        "feedback/cases?q=199999", "feedback/cases?q=waited", "feedback/cases?q=waited&unit=u3&priority=Low", "feedback/cases?q=waited%20nowhere", "feedback/cases?q=c77",
    ];

    public static async Task<int> RunAsync(string[] arguments)
    {
        int count = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : Usual;
        string folder = arguments.Length > 1 ? arguments[1] : Path.Combine(Path.GetTempPath(), $"tajriba-cases-{count}");
        if (!Directory.Exists(folder))
        {
            await MakeAsync(folder, count);
        }

        await using ExplorerHost house = await ExplorerHost.StartAsync(folder, Port);
        foreach (string page in Pages)
        {
            await house.TellAsync(page, Most);
        }

        return 0;
    }

    private static async Task MakeAsync(string folder, int count)
    {
        await using WebApplication house = await FeedbackVerb.OpenAsync(folder);
        ICases cases = house.Services.GetRequiredService<ICases>();
        var dice = new Random(1);
        string[] languages = ["fa", "ar", "en"], channels = ["web", "phone", "messenger"];
        long begun = System.Diagnostics.Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            Case opened = await cases.OpenAsync(new(
                "Number " + i.ToString(CultureInfo.InvariantCulture) + " waited too long and heard nothing of anybody for a week", "u" + dice.Next(Units).ToString(CultureInfo.InvariantCulture), (CasePriority)dice.Next(4))
            {
                SubjectType = "customer", SubjectId = "c" + dice.Next(100_000).ToString(CultureInfo.InvariantCulture), Language = languages[dice.Next(3)], Channel = channels[dice.Next(3)],
            });
            if (i % 4 == 0)
            {
                await cases.DoAsync(opened.Code, new CaseMoment.Assigned(opened.OpenedAt, null, 1 + dice.Next(50)));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} cases were opened one by one in {System.Diagnostics.Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s"));
    }
}
