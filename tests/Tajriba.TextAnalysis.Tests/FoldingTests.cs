using FsCheck;
using FsCheck.Fluent;

namespace Tajriba.TextAnalysis.Tests;

public sealed class FoldingTests
{
    private static readonly char[] Letters =
        "یيىئکكآأإاؤةۀهۀٓـًَّ‌​¬­ ‏هاترمینحخabhaAÉéʼ'’.,!?؟()<>@:;-_/+0123456789۰۱۲۳٤٥٦ﻻﷲﺎＡ１½\u06D5\uD83D\uDE0D❤\uD83C\uDFFDwurl\n".ToCharArray();

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.ArrayOf(Gen.Elements(Letters)).Select(c => new string(c)),
        Gen.ArrayOf(Gen.Elements("می", "نمی", "ها", "های", "تر", "ی", "خانه", "هه", "ه", "خخ", "<url>", "www.", "a@b.co", "0912", "345", "-", " ", " ", "\u200C", "6789", "IR82", ":)", "haha"))
            .Select(parts => string.Concat(parts)),
        ArbMap.Default.GeneratorFor<string>().Select(t => t ?? ""));

    [Fact]
    public void Folding_twice_is_folding_once() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        string once = FoldedText.Of(text);
        return FoldedText.Of(once) == once;
    }));

    [Fact]
    public void Offsets_point_into_the_text_and_never_fall() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        FoldedText folded = new FoldedText().Fold(text);
        int before = 0;
        foreach (int offset in folded.Offsets)
        {
            if (offset < before || offset > text.Length)
            {
                return false;
            }

            before = offset;
        }

        foreach (Token token in folded.Tokens)
        {
            (int start, int end) = folded.Written(token);
            if (start < 0 || end <= start || end > text.Length)
            {
                return false;
            }
        }

        return true;
    }));

    [Fact]
    public void Ways_to_write_a_text_fold_alike()
    {
        foreach (string sentence in Feedback.Sentences)
        {
            foreach ((string name, Func<string, string> rewrite) in Rewritings.All)
            {
                Assert.True(FoldedText.Of(sentence) == FoldedText.Of(rewrite(sentence)), $"{name}: {FoldedText.Of(sentence)} | {FoldedText.Of(rewrite(sentence))}");
            }
        }
    }

    [Theory]
    [InlineData("می‌روم", "میروم")]
    [InlineData("می روم", "میروم")]
    [InlineData("نمی‌خواهم", "نمیخواهم")]
    [InlineData("کتاب‌های ما", "کتابهای ما")]
    [InlineData("بزرگ تر", "بزرگتر")]
    [InlineData("خانه‌ی ما", "خانه ما")]
    [InlineData("خانۀ ما", "خانه ما")]
    [InlineData("ﻻ", "لا")]
    [InlineData("عااااالی", "عاالی")]
    [InlineData("ههههههه", "<laugh>")]
    [InlineData("hahahaha", "<laugh>")]
    [InlineData("۱۲٫۵ تومان", "12.5 تومان")]
    [InlineData("see https://a.b/c?d=1 now", "see <url> now")]
    [InlineData("www.example.com", "<url>")]
    [InlineData("mail me@example.com!", "mail <email> !")]
    [InlineData("زنگ بزنید ۰۹۱۲ ۳۴۵ ۶۷۸۹", "زنگ بزنید <phone>")]
    [InlineData("+98 912 345 6789", "<phone>")]
    [InlineData("4111-1111-1111-1111", "<card>")]
    [InlineData("IR580540105180021273113007", "<iban>")]
    [InlineData("GB82 WEST 1234 5698 7654 32", "<iban>")]
    [InlineData("IR580540105180021273113008", "ir580540105180021273113008")]
    [InlineData("@airline thanks", "<user> thanks")]
    [InlineData("good :-))) 😍😍😍😍", "good :) 😍😍")]
    [InlineData("👍🏽 ok", "👍 ok")]
    public void Folds(string written, string folded) => Assert.Equal(folded, FoldedText.Of(written));

    [Fact]
    public void A_long_run_folds_in_one_go()
    {
        foreach (string run in new[] { "a.", "0 ", "می ", "@", "ir00 ", "<", "هها" })
        {
            string text = string.Concat(Enumerable.Repeat(run, 200_000));
            Assert.True(FoldedText.Of(text).Length > 0);
        }
    }

    [Fact]
    public void Personal_codes_are_taken_out_and_the_rest_stays() =>
        Assert.Equal("سلام، شماره‌ام <phone> است؛ <email> و کارت <card>.", Redaction.Redact("سلام، شماره‌ام ۰۹۱۲۳۴۵۶۷۸۹ است؛ ali@example.com و کارت 4111111111111111."));

    [Theory]
    [InlineData("salam ghaza kheili sard bood", LatinVariety.Finglish)]
    [InlineData("el akl kteer tayeb wallah", LatinVariety.Arabizi)]
    [InlineData("The room was very clean and quiet", LatinVariety.None)]
    [InlineData("غذا سرد بود", LatinVariety.None)]
    public void Recognizes_other_languages_in_Latin_letters(string text, LatinVariety variety) =>
        Assert.Equal(variety, LatinVarieties.Of(new FoldedText().Fold(text)));
}
