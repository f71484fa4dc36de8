namespace Tajriba.Demo.Story;

internal enum AttributeShape
{
    None,
    Case,
    Part,
    Amount,
    Score,
    Topic,
    Customer,
    Employee,
    ServiceAnswer,
    DeliveryAnswer,
    PulseAnswer,
}
