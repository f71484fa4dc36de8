using Tajriba.Demo.Group;

namespace Tajriba.Demo.Story;

/// <summary>A complaint about a visit or an order, from the first word to its closing.</summary>
internal sealed class ComplaintStory(long seed, DemoCalendar calendar)
{
    public void Tell(StoryInk ink, in CustomerProfile customer, int place, StoryObject about, short unit, int day, int topic)
    {
        var dice = Dice.Of(seed, Stream.Complaint, customer.Number, place);
        var agent = new StoryObject(ObjectKind.Employee, DemoStaff.CareAgent(dice.Below(DemoStaff.Care)));
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), customer.Object(ObjectKind.Complaint, place), unit, agent);
        var channel = dice.Pick([0.5, 0.2, 0.15, 0.15]) switch { 0 => Channel.Phone, 1 => Channel.Social, 2 => Channel.Messenger, _ => Channel.Email };
        tell.At(DemoCalendar.Anytime(day, ref dice), EventKind.ComplaintMade, channel, StoryAttributes.Topic(topic), about);
        tell.Unit = DemoGroup.Care;
        tell.After(dice.Between(600, 14_400), EventKind.ComplaintAssigned, Channel.None);
        tell.At(calendar.AtWork(day + 1, ref dice), EventKind.ComplaintAnswered, Channel.Phone);
        if (dice.Chance(0.25))
        {
            tell.At(calendar.AtWork(day + dice.Between(2, 4), ref dice, 12), EventKind.ComplaintEscalated, Channel.Phone);
            tell.At(calendar.AtWork(day + dice.Between(6, 8), ref dice), EventKind.ComplaintAnswered, Channel.Phone);
        }

        if (dice.Chance(0.7))
        {
            tell.After(dice.Between(3_600, 86_400), EventKind.ComplaintSettled, Channel.Phone);
        }

        tell.After(dice.Between(3_600, 172_800), EventKind.ComplaintClosed, Channel.None);
    }
}
