namespace Tajriba.Demo.Story;

/// <summary>What goes on between journeys: visits to the website and the app, messages sent and opened, words in social media.</summary>
internal sealed class ContactStory(long seed)
{
    private const int DaysBetweenMessages = 95;
    private const int DaysBetweenSessions = 240;

    public void Tell(StoryInk ink, in CustomerProfile customer, int fromDay)
    {
        var dice = Dice.Of(seed, Stream.Contact, customer.Number);
        var session = 0;
        for (double day = fromDay + dice.Below(DaysBetweenMessages); (int)day <= ink.LastDay; day += DaysBetweenMessages)
        {
            var channel = dice.Chance(0.55) ? Channel.Sms : Channel.Email;
            var tell = new Teller(ink, customer.Object(ObjectKind.Customer), default, -1, default);
            tell.At(DemoCalendar.Anytime((int)day, ref dice), EventKind.OfferMessageSent, channel, handled: false);
            if (dice.Chance(0.3))
            {
                tell.After(dice.Between(60, 40_000), EventKind.MessageOpened, channel, handled: false);
            }
        }

        dice = Dice.Of(seed, Stream.Contact, customer.Number, 1);
        for (double day = fromDay + dice.Exponential(DaysBetweenSessions); (int)day <= ink.LastDay; day += 1 + dice.Exponential(DaysBetweenSessions))
        {
            if (dice.Chance(0.12))
            {
                new Teller(ink, customer.Object(ObjectKind.Customer), default, -1, default).At(DemoCalendar.Anytime((int)day, ref dice), EventKind.SocialCommentMade, Channel.Social, handled: false);
                continue;
            }

            Session(ink, customer, session++ % 256, (int)day, ref dice);
        }
    }

    private static void Session(StoryInk ink, in CustomerProfile customer, int place, int day, ref Dice dice)
    {
        var channel = day >= DemoParameters.AppDay && dice.Chance(0.5) ? Channel.App : Channel.Website;
        var tell = new Teller(ink, customer.Object(ObjectKind.Customer), customer.Object(ObjectKind.Session, place), -1, default);
        tell.At(DemoCalendar.Anytime(day, ref dice), EventKind.SessionStarted, channel, handled: false);
        for (var pages = dice.Between(1, 3); pages > 0; pages--)
        {
            tell.After(dice.Between(5, 180), EventKind.PageViewed, channel, handled: false);
        }

        if (dice.Chance(0.25))
        {
            tell.After(dice.Between(20, 200), EventKind.PriceCalculated, channel, handled: false);
        }
    }
}
