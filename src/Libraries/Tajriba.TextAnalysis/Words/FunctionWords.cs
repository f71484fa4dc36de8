using System.Collections.Frozen;

namespace Tajriba.TextAnalysis;

/// <summary>
/// Words that hold sentences together and name nothing: articles, pronouns, prepositions, conjunctions, auxiliary verbs and the
/// plain words of negation of English, Persian and Arabic. Chosen by hand for this product; where words are shown as what texts
/// are about, these are left out. Counting and learning take them like all others.
/// </summary>
public static class FunctionWords
{
    private const string English = """
        a about above after again all almost also although always am an and any are aren't around as at away be became because been before being
        below between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't during each either else even
        ever every for from further get gets getting go goes going gone got had hadn't has hasn't have haven't having he her here hers herself him himself
        his how however i i'd i'll i'm i've if in into is isn't it it's its itself just let like made make many may maybe me might mine more most much must my
        myself no nor not now of off often on once one only onto or other others our ours ourselves out over own perhaps quite rather really said same
        say she should shouldn't since so some still such than that that's the their theirs them themselves then there there's these they they're this
        those though through to too under until up upon us very was wasn't we we're we've went were weren't what when where whether which while who
        whom whose why will with within without won't would wouldn't yet you you're your yours yourself im ive dont didnt doesnt isnt wasnt cant wont
        """;

    private const string Persian = """
        از به با بر در تا را رو رو برای برا که چه چرا چون اگر اگه ولی اما لیکن و یا هم نیز پس سپس بعد بعدا قبل قبلا بین میان درباره مورد روی زیر بالای
        کنار پیش سوی طی طبق جز مگر البته حتی فقط تنها همین همان این آن اون اینکه آنکه اینو اونو آنها آن‌ها اینها این‌ها اونا اینا ایشان ایشون
        من تو او ما شما وی خود خودم خودش خودمون خودتون خودشون مرا منو تورو هر همه همه‌ی هیچ چند چندین یک یه یکی دو چیزی چیز کسی کس کجا کی کدام
        چطور چگونه چقدر اینجا آنجا اونجا اینطور آنطور جوری طوری خیلی بسیار دیگر دیگه هنوز الان حالا اکنون وقتی زمانی موقع دفعه بار
        است هست هستم هستی هستیم هستید هستند هستن بود بودم بودی بودیم بودید بودند بودن باشد باشه باشم باشید باشند باش شد شدم شدیم شدند شدن شده میشه
        می‌شود میشود میشن می‌شوند شود بشه بشود کرد کردم کردی کردیم کردید کردند کردن کرده کنم کنی کند کنه کنیم کنید کنند کنن می‌کند میکنه می‌کنم میکنم
        می‌کنند میکنن دارد داره دارم داری داریم دارید دارند دارن داشت داشتم داشتند داشته باید نباید شاید می‌توان توان می‌تواند میتونه خواهد خواهم
        نه نیست نیستم نیستند نیستن نبود نبودند نباشد نباشه ندارد نداره ندارم نداشت نداشتم نشد نشده نمیشه نمی‌شود نکرد نکرده نمی‌کند نمیکنه بی بدون
        ای های ها ام ات اش مان تان شان ی
        """;

    private const string Arabic = """
        في من إلى الى على عن مع عند عندي عندنا لدى لدي قبل بعد بين حتى منذ خلال حول ضد دون بدون فوق تحت أمام وراء لأن لان لكن لكي كي أن ان إن إذا اذا إذ
        لو كما مثل كأن أو او أم ام ثم و ف ب ل ك بل قد لقد سوف سـ هل يا أي اي كل كلها كله بعض غير سوى فقط أيضا ايضا جدا كثيرا اكثر أكثر اقل أقل
        أنا انا نحن أنت انت أنتم انتم هو هي هم هن هما هذا هذه هذي هذان ذلك تلك هؤلاء هنا هناك الذي التي الذين اللي ما ماذا لماذا ليش متى كيف أين
        اين وين كم مين شو ايش إيش وش كان كانت كانوا كنت كنا يكون تكون يكن أكون اكون صار صارت أصبح اصبح ظل ما زال مازال يوجد توجد فيه فيها به بها له
        لها لهم لنا لي لك لكم منه منها منهم عليه عليها عليهم عليك علي إليه اليه اليها عنه عنها معه معها معي معنا معكم نفس نفسه نفسها اول آخر اخر
        لا لم لن ليس ليست ليسوا مو مش ماهو ولا ولم ولن فلا فلم وما وهو وهي وهذا وهذه وان وأن وكان وكانت وفي ومن ولكن فإن فان الا إلا
        """;

    private static readonly FrozenSet<string> All = Folded(English + " " + Persian + " " + Arabic);

    /// <summary>Whether a word, folded as <see cref="FoldedText.Match"/> has it, is one of them in any of the three languages.</summary>
    public static bool Contains(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return All.Contains(word);
    }

    private static FrozenSet<string> Folded(string words)
    {
        var folded = new FoldedText();
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (string word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            folded.Fold(word);
            foreach (Token token in folded.Tokens)
            {
                all.Add(folded.TextOf(token).ToString());
            }
        }

        return all.ToFrozenSet(StringComparer.Ordinal);
    }
}
