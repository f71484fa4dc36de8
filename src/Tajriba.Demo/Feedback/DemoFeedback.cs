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

/// <summary>
/// A year of complaints in three languages, each a case that is answered, mostly in time, and resolved with a cause. One cause becomes
/// rarer after a fix, another does not.
/// </summary>
public static class DemoFeedback
{
    /// <summary>Weeks of complaints, and complaints a week.</summary>
    public const int Weeks = 52, PerWeek = 24;

    /// <summary>So many weeks ago more people were put on the telephones, which helped.</summary>
    public const int WaitingFixedWeeks = 11;

    /// <summary>So many weeks ago the workshops were asked to keep their dates, which changed nothing.</summary>
    public const int LateFixedWeeks = 22;

    /// <summary>What came in the last days is answered by whoever looks at the demo.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(2);

    private const double InTime = 0.92;
    private static readonly string[] Causes = ["waiting", "late", "part-missing", "rude", "billing"];
    private static readonly double[] Before = [0.34, 0.24, 0.16, 0.12, 0.14];
    private static readonly double[] After = [0.07, 0.34, 0.23, 0.17, 0.19];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly Dictionary<string, DemoComplaint> Texts = Load();

    /// <summary>Everything that happened to them, and what was said besides, up to the plan's moment, in order of time.</summary>
    public static IReadOnlyList<NewEvent> Tell(DemoPlan plan)
    {
        var told = new List<NewEvent>();
        for (var week = Weeks; week > 0; week--)
        {
            for (var i = 0; i < PerWeek; i++)
            {
                Tell(told, plan, week, i);
            }
        }

        told.AddRange(DemoOpinions.Tell(plan));
        return [.. told.Where(e => e.Time < plan.Now).OrderBy(e => e.Time).ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    private static void Tell(List<NewEvent> told, DemoPlan plan, int week, int place)
    {
        var number = ((Weeks - week) * PerWeek) + place;
        var dice = Dice.Of(plan.Seed, Story.Stream.Feedback, number);
        var customer = CustomerProfile.Of(plan.Seed, dice.Below(DemoParameters.FirstOwners));
        var cause = Causes[dice.Pick(week > WaitingFixedWeeks ? Before : After)];
        var complaint = Texts[cause];
        var texts = complaint.In(customer.Language);
        var unit = cause is "waiting" or "billing" ? "care" : DemoGroup.ServiceTeam(DemoGroup.Branches[customer.HomeBranch].Code);
        var (feedback, handled) = (string.Create(CultureInfo.InvariantCulture, $"DF-{1001 + number}"), string.Create(CultureInfo.InvariantCulture, $"DC-{1001 + number}"));
        var channel = dice.Pick([0.5, 0.3, 0.2]) switch { 0 => "web", 1 => "phone", _ => "messenger" };
        var priority = cause is "late" or "part-missing" ? "High" : "Normal";
        var answer = dice.Chance(InTime) ? dice.Between(600, 20 * 3_600) : dice.Between(26 * 3_600, 60 * 3_600);
        var agent = new StoryObject(ObjectKind.Employee, DemoStaff.CareAgent(dice.Below(DemoStaff.Care))).Id;
        var at = plan.Now.AddDays(-7 * week).AddSeconds(dice.Below(7 * DemoCalendar.SecondsPerDay));
        ObjectRef[] objects = [new("customer", customer.Object(ObjectKind.Customer).Id), new("feedback", feedback), new("case", handled)];
        ObjectRef[] worked = [.. objects, new("employee", agent)];

        void Add(string name, int after, ObjectRef[] concerned, JsonObject attributes) => told.Add(new NewEvent
        {
            Source = plan.Source + "-feedback", Id = $"{handled}-{name}", Name = name, Time = at.AddSeconds(after), Objects = concerned, Unit = unit, Channel = channel,
            Attributes = attributes.ToJsonString(Readable),
        });

        // What another system has a case for says so, and opens none here.
        var isFresh = at > plan.Now - Fresh;
        Add("Feedback Received", 0, isFresh ? objects[..2] : objects, new() { ["feedback"] = feedback, ["kind"] = "complaint", ["text"] = texts[dice.Below(texts.Count)], ["language"] = customer.Language });
        if (isFresh)
        {
            return;
        }

        Add("Case Opened", 5, objects, new() { ["case"] = handled, ["priority"] = priority, ["rule"] = "complaints" });
        Add("Case Assigned", 300, worked, new() { ["case"] = handled, ["priority"] = priority });
        Add("Case Answered", answer, worked, new() { ["case"] = handled, ["priority"] = priority, ["goal"] = new JsonObject { ["answer"] = new JsonObject { ["kept"] = answer < 24 * 3_600, ["spent"] = answer } } });
        var resolved = answer + dice.Between(3_600, 3 * DemoCalendar.SecondsPerDay);
        Add("Case Resolved", resolved, worked, new() { ["case"] = handled, ["priority"] = priority, ["cause"] = cause, ["action"] = complaint.Action });
        Add("Case Closed", resolved + (2 * DemoCalendar.SecondsPerDay), worked, new() { ["case"] = handled, ["priority"] = priority, ["cause"] = cause });
    }

    private static Dictionary<string, DemoComplaint> Load()
    {
        using var file = typeof(DemoFeedback).Assembly.GetManifestResourceStream("Tajriba.Demo.Feedback.complaints.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, DemoComplaint>>(file, JsonSerializerOptions.Web)!;
    }
}
