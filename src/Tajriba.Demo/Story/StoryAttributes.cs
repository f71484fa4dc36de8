using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>An event's attributes in four bytes; <see cref="AttributeText"/> writes them as JSON.</summary>
public readonly record struct StoryAttributes
{
    private readonly int code;

    private StoryAttributes(AttributeShape shape, int value) => code = ((int)shape << 24) | value;

    internal AttributeShape Shape => (AttributeShape)(code >> 24);

    internal int Value => code & 0xFFFFFF;

    /// <summary>Model, vehicle segment and customer type: what journeys are stratified by.</summary>
    internal static StoryAttributes Case(CustomerProfile customer) => new(AttributeShape.Case, customer.CaseCode);

    internal static StoryAttributes Part(PartFamily part) => new(AttributeShape.Part, (int)part);

    internal static StoryAttributes Amount(int tomanMillions) => new(AttributeShape.Amount, tomanMillions);

    internal static StoryAttributes Score(int score) => new(AttributeShape.Score, score);

    internal static StoryAttributes Topic(int topic) => new(AttributeShape.Topic, topic);

    internal static StoryAttributes Customer(int customer) => new(AttributeShape.Customer, customer);

    internal static StoryAttributes Employee(int employee) => new(AttributeShape.Employee, employee);

    internal static StoryAttributes Answer(in ServiceAnswer answer) => new(AttributeShape.ServiceAnswer, answer.Code);

    /// <summary>Satisfaction with a delivery, 1-5, and whose it was.</summary>
    internal static StoryAttributes Delivery(CustomerProfile customer, int score) => new(AttributeShape.DeliveryAnswer, (customer.CaseCode * 8) + score);

    /// <summary>How gladly an employee would recommend the house, 0-10.</summary>
    internal static StoryAttributes Pulse(int score) => new(AttributeShape.PulseAnswer, score);
}
