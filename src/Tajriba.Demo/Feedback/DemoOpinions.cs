using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Demo.Story;
using Tajriba.Kernel.Log;

namespace Tajriba.Demo.Feedback;

/// <summary>What customers say besides complaints: reviews with stars, what the contact centre noted of calls, suggestions and praise.</summary>
public static class DemoOpinions
{
    /// <summary>Opinions a week.</summary>
    public const int PerWeek = 14;

    private const double InItsUnit = 0.85;
    private static readonly double[] Kinds = [0.5, 0.25, 0.15, 0.1];
    private static readonly double[] Stars = [0.12, 0.1, 0.16, 0.27, 0.35];
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly Dictionary<string, Dictionary<string, string[]>> Texts = Load();

    /// <summary>Those of a year before the plan's moment, in no order.</summary>
    public static IEnumerable<NewEvent> Tell(DemoPlan plan)
        => Enumerable.Range(0, DemoFeedback.Weeks * PerWeek).Select(number => Tell(plan, number)).Where(e => e.Time < plan.Now);

    private static NewEvent Tell(DemoPlan plan, int number)
    {
        var dice = Dice.Of(plan.Seed, Story.Stream.Opinion, number);
        var customer = CustomerProfile.Of(plan.Seed, dice.Below(DemoParameters.FirstOwners));
        var kind = dice.Pick(Kinds) switch { 0 => "review", 1 => "call", 2 => "suggestion", _ => "praise" };
        int? stars = kind == "review" ? dice.Pick(Stars) + 1 : null;
        var texts = Texts[stars is null ? kind : string.Create(CultureInfo.InvariantCulture, $"review-{stars}")][customer.Language];
        var id = string.Create(CultureInfo.InvariantCulture, $"DO-{1001 + number}");
        var attributes = new JsonObject { ["feedback"] = id, ["kind"] = kind, ["text"] = texts[dice.Below(texts.Length)], ["language"] = customer.Language };
        if (stars is { } rating)
        {
            attributes["rating"] = rating;
        }

        return new NewEvent
        {
            Source = plan.Source + "-feedback", Id = id, Name = "Feedback Received",
            Time = plan.Now.AddDays(-7 * DemoFeedback.Weeks).AddSeconds((7L * DemoCalendar.SecondsPerDay * number / PerWeek) + dice.Below(DemoCalendar.SecondsPerDay)),
            Objects = [new("customer", customer.Object(ObjectKind.Customer).Id), new("feedback", id)],
            Unit = kind == "call" || !dice.Chance(InItsUnit) ? "care" : DemoGroup.ServiceTeam(DemoGroup.Branches[customer.HomeBranch].Code),
            Channel = kind switch { "review" => "review-site", "call" => "phone", _ => "web" },
            Attributes = attributes.ToJsonString(Readable),
        };
    }

    private static Dictionary<string, Dictionary<string, string[]>> Load()
    {
        using var file = typeof(DemoOpinions).Assembly.GetManifestResourceStream("Tajriba.Demo.Feedback.opinions.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(file, JsonSerializerOptions.Web)!;
    }
}
