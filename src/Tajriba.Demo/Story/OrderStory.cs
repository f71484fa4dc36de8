using Tajriba.Demo.Group;
using Tajriba.Demo.Surveys;

namespace Tajriba.Demo.Story;

/// <summary>An order from signature to delivery, or to its cancellation.</summary>
internal sealed class OrderStory(long seed, DemoCalendar calendar)
{
    public int Tell(StoryInk ink, in CustomerProfile customer, int place, int vehicle, int placedAt, int branch, StoryObject seller, StoryObject application, ref int complaints)
    {
        var dice = Dice.Of(seed, Stream.Order, customer.Number, place);
        var lead = customer.Object(ObjectKind.Lead, place);
        var order = customer.Object(ObjectKind.Order, place);
        var car = customer.Object(ObjectKind.Vehicle, vehicle);
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), order, DemoStaff.SalesUnit(branch), seller) { Along = lead };
        var asksAgain = dice.Chance(DemoParameters.AskingAgain(customer.Segment));
        var delivered = dice.Chance(Chances.Delivery(customer.Segment, asksAgain));
        var day = placedAt / DemoCalendar.SecondsPerDay;

        tell.At(placedAt, EventKind.OrderPlaced, Channel.Branch, StoryAttributes.Case(customer), application);
        tell.Along = default;
        tell.After(dice.Between(60, 900), EventKind.OrderConfirmed, Channel.Email, handled: false);
        tell.At(calendar.AtWork(day + 1, ref dice), EventKind.DeliveryDateGiven, Channel.Phone);

        var asks = asksAgain ? dice.Between(2, 3) : dice.Chance(0.35) ? 1 : 0;
        var askedOn = day + dice.Between(3, 5);
        tell.Unit = DemoGroup.Care;
        for (var i = 0; i < asks; i++)
        {
            var channel = dice.Chance(0.75) ? Channel.Phone : Channel.Messenger;
            tell.At(DemoCalendar.Anytime(askedOn, ref dice), EventKind.DeliveryDateAsked, channel, handled: false);
            askedOn += dice.Between(1, 4);
        }

        if (dice.Chance(Chances.OrderComplaint(asksAgain)))
        {
            new ComplaintStory(seed, calendar).Tell(ink, customer, complaints++, order, DemoStaff.SalesUnit(branch), day + dice.Between(14, 16), 4);
        }

        tell.Unit = DemoStaff.SalesUnit(branch);
        if (!delivered)
        {
            tell.Along = lead;
            tell.At(calendar.AtWork(day + dice.Between(18, 26), ref dice), EventKind.OrderCancelled, Channel.Phone);
            return -1;
        }

        tell.At(calendar.AtWork(day + dice.Between(18, 34), ref dice), EventKind.VehicleArrived, Channel.None, default, car, handled: false);
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 2), ref dice), EventKind.DeliveryPrepared, Channel.Branch, default, car);
        tell.Along = lead;
        tell.At(calendar.AtWork((tell.Now / DemoCalendar.SecondsPerDay) + dice.Between(1, 3), ref dice), EventKind.VehicleDelivered, Channel.Branch, StoryAttributes.Case(customer), car);
        tell.Along = default;
        var deliveredOn = tell.Now / DemoCalendar.SecondsPerDay;
        if (dice.Chance(0.5))
        {
            var score = Math.Clamp(5 - (asksAgain ? 1 : 0) - dice.Pick([0.6, 0.3, 0.1]), 1, 5);
            tell.At(DemoCalendar.Anytime(deliveredOn + dice.Between(1, 3), ref dice), EventKind.SurveyAnswered, Channel.Sms, StoryAttributes.Delivery(customer, score), DemoSurveys.AfterDelivery.Object, handled: false);
        }

        return deliveredOn;
    }
}
