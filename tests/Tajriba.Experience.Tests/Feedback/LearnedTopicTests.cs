using Tajriba.Experience.Feedback.Understand;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Tests.Feedback;

/// <summary>Topics that people show by examples.</summary>
public sealed class LearnedTopicTests
{
    private static readonly string[] Parking =
    [
        "جای پارک پیدا نمی‌شود", "پارکینگ نمایندگی همیشه پر است", "نیم ساعت دنبال جای پارک گشتم", "پارکینگ برای مشتری ندارید", "خیابان جلوی نمایندگی جای پارک ندارد", "پارکینگ طبقاتی بسته بود",
    ];

    private static readonly string[] Others =
    [
        "قیمت قطعه خیلی بالا بود", "تعمیرکار مودب بود", "خودرو تمیز تحویل شد", "نوبت تلفنی خوب است", "فاکتور روشن نبود", "قهوه سرد بود", "از رفتار پذیرش راضی‌ام", "روغن عوض شد و تمام",
        "هوا گرم بود", "دوباره می‌آیم", "تسویه طول کشید", "ضمانت را نپذیرفتند", "پیامک دیر رسید", "کارواش عالی بود",
    ];

    [Fact]
    public void Texts_like_the_examples_are_given_it_and_others_are_not()
    {
        LearnedTopic learned = Learned(Shown)!;
        Assert.True(learned.Judge("باز هم جای پارک نبود و پارکینگ پر بود"));
        Assert.Null(learned.Judge("قیمت روغن بالا بود"));
        Assert.Null(learned.Judge(""));
    }

    /// <summary>However the text is spelled, and whoever's number stands in it.</summary>
    [Fact]
    public void What_people_said_of_a_text_has_the_last_word()
    {
        LearnedTopic learned = Learned(Shown with { Examples = [.. Shown.Examples, LearnedTopic.Kept("به من\nزنگ بزنید 09121234567")], NotAbout = ["پارکینگ عالی و جای پارک خوب"] })!;
        Assert.True(learned.Judge("به من زنگ بزنید ۰۹۳۵۷۶۵۴۳۲۱"));
        Assert.False(learned.Judge("پاركينگ عالي و جاي پارك خوب"));
    }

    [Fact]
    public void Too_few_texts_teach_nothing()
    {
        Assert.Null(Learned(Shown with { Examples = Parking[..(LearnedTopic.FewestExamples - 1)] }));
        Assert.Null(Learned(Shown with { Beside = Others[..(LearnedTopic.FewestOthers - 1)] }));
    }

    /// <summary>What is about another topic is not about this one, but for what was shown for both.</summary>
    [Fact]
    public void Topics_stand_beside_each_other()
    {
        Topic price = new("price", new("Price"), new Dictionary<string, IReadOnlyList<string>>()) { Examples = [Parking[0], .. Others] };
        Topic bare = Shown with { Beside = [] };
        LearnedTopic learned = LearnedTopic.Of(bare, [bare, price])!;
        Assert.True(learned.Judge(Parking[0]));
        Assert.Null(LearnedTopic.Of(bare, [bare]));
    }

    private static Topic Shown => new("parking", new("Parking"), new Dictionary<string, IReadOnlyList<string>>()) { Examples = Parking, Beside = Others };

    private static LearnedTopic? Learned(Topic topic) => LearnedTopic.Of(topic, [topic]);
}
