using System.Globalization;
using System.Text;
using Tajriba.Demo.Group;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>Attributes as JSON. The few that repeat are written once.</summary>
internal sealed class AttributeText
{
    private static readonly string[] Topics = ["parts wait", "repair quality", "price", "staff", "delivery date"];
    private static readonly byte[][] Cases = [.. Enumerable.Range(0, CustomerProfile.CaseCodes).Select(code => Bytes(CaseText.Of(code).ToJsonString()))];
    private static readonly byte[][] Parts = [.. Enum.GetNames<PartFamily>().Select(p => Bytes($$"""{"part":"{{Lower(p)}}"}"""))];
    private static readonly byte[][] About = [.. Topics.Select(t => Bytes($$"""{"topic":"{{t}}"}"""))];
    private static readonly byte[][] Scores = [.. Enumerable.Range(0, 101).Select(s => Bytes($$"""{"score":{{s}}}"""))];

    private readonly long seed;
    private readonly Dictionary<int, byte[]> amounts = [];

    public AttributeText(long seed) => this.seed = seed;

    public ReadOnlySpan<byte> Of(StoryAttributes attributes)
    {
        var value = attributes.Value;
        return attributes.Shape switch
        {
            AttributeShape.Case => Cases[value],
            AttributeShape.Part => Parts[value],
            AttributeShape.Topic => About[value],
            AttributeShape.Score => Scores[value],
            AttributeShape.Amount => Amount(value),
            AttributeShape.Customer => Customer(value),
            AttributeShape.Employee => Employee(value),
            AttributeShape.ServiceAnswer => SurveyText.Service(new ServiceAnswer(value)),
            AttributeShape.DeliveryAnswer => SurveyText.Delivery(value / 8, value % 8),
            AttributeShape.PulseAnswer => SurveyText.Pulse(value),
            _ => default,
        };
    }

    private byte[] Amount(int millions)
    {
        if (!amounts.TryGetValue(millions, out var bytes))
        {
            amounts.Add(millions, bytes = Bytes($$"""{"amount":{{millions}}000000}"""));
        }

        return bytes;
    }

    private byte[] Customer(int number)
    {
        var customer = CustomerProfile.Of(seed, number);
        return Bytes($$"""{"name":"{{customer.Name}}","city":"{{DemoGroup.Branches[customer.HomeBranch].City}}","customer_type":"{{CaseText.TypeOf(customer.IsBusiness)}}","language":"{{customer.Language}}","phone":"{{Phone(number)}}"}""");
    }

    /// <summary>A number of its own for each customer, in the house's home region.</summary>
    private static string Phone(int customer) => string.Create(CultureInfo.InvariantCulture, $"0912{2_000_003 + (customer * 17)}");

    private byte[] Employee(int number)
    {
        var dice = Dice.Of(seed, Stream.Profile, -1 - number);
        var southern = DemoGroup.Codes[DemoStaff.UnitOf(number)].StartsWith("karun", StringComparison.Ordinal);
        var name = DemoNames.Of(southern ? "ar" : "fa", dice.Below(1_000), dice.Below(1_000));
        return Bytes($$"""{"name":"{{name}}","role":"{{DemoStaff.RoleOf(number)}}"}""");
    }

    private static string Lower(string name) => name.ToLower(CultureInfo.InvariantCulture);

    private static byte[] Bytes(string json) => Encoding.UTF8.GetBytes(json);
}
