namespace Tajriba.Questionnaires.Tests;

public sealed class PracticeTests
{
    [Theory]
    [InlineData("en", "How satisfied are you with the speed and price of our service?", PracticeCode.DoubleBarrelled, "and")]
    [InlineData("en", "Don’t you agree that our service is fast?", PracticeCode.Leading, "don't you")]
    [InlineData("en", "How was our excellent service?", PracticeCode.Leading, "our excellent")]
    [InlineData("fa", "از سرعت و قیمت خدمات ما چقدر راضی هستید؟", PracticeCode.DoubleBarrelled, "و")]
    [InlineData("fa", "آیا فکر نمي‌كنيد خدمات ما سریع است؟", PracticeCode.Leading, "آیا فکر نمی‌کنید")]
    [InlineData("ar", "ما مدى رضاك عن السرعة والسعر؟", PracticeCode.DoubleBarrelled, "والسعر")]
    [InlineData("ar", "ألا تعتقد أنّ خدمتنا سريعة؟", PracticeCode.Leading, "ألا تعتقد")]
    public void A_bad_question_is_known_by_its_words(string locale, string title, PracticeCode code, string word)
    {
        var warning = Assert.Single(Warnings($$"""{"locale":"{{locale}}","elements":[{"type":"rating","name":"q","title":"{{title}}"}]}"""));
        Assert.Equal((code, "$.elements[0].title", "q", locale, word), (warning.Code, warning.Path, warning.Element, warning.Locale, warning.Arguments[^1]));
    }

    [Theory]
    [InlineData("en", "How likely are you to recommend us to a friend or colleague?")]
    [InlineData("en", "Was the candle brand known?")]
    [InlineData("fa", "چقدر احتمال دارد ما را به دوستان و آشنایان پیشنهاد کنید؟")]
    [InlineData("fa", "ورود به شعبه چگونه بود؟")]
    [InlineData("ar", "ما مدى احتمال أن توصي بنا صديقًا أو زميلًا؟")]
    [InlineData("ar", "كيف كان وقت الانتظار؟")]
    public void A_good_question_is_left_alone(string locale, string title)
        => Assert.Empty(Warnings($$"""{"locale":"{{locale}}","elements":[{"type":"rating","name":"q","title":"{{title}}"}]}"""));

    [Fact]
    public void Open_questions_may_ask_for_several_things_and_rows_may_not()
    {
        Assert.Empty(Warnings("""{"elements":[{"type":"comment","name":"q","title":"What went well and what did not?"}]}"""));
        Assert.Equal(
            "$.elements[0].rows[1].text",
            Assert.Single(Warnings("""{"elements":[{"type":"matrix","name":"q","columns":[1,2],"rows":[{"value":"a","text":"Speed"},{"value":"b","text":"Price and quality"}]}]}""")).Path);
    }

    [Fact]
    public void What_is_too_long_is_counted()
    {
        var title = string.Join(' ', Enumerable.Repeat("word", 21));
        var warnings = Warnings($$"""{"elements":[{"type":"text","name":"q","title":"{{title}}"}]}""");
        Assert.Equal(["21", "20"], Assert.Single(warnings).Arguments);
        var many = string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"type":"text","name":"q{{i}}"}"""));
        Assert.Equal(PracticeCode.TooManyQuestions, Assert.Single(Warnings($$"""{"elements":[{{many}}]}""")).Code);
        Assert.Equal(PracticeCode.LongMatrix, Assert.Single(Warnings("""{"elements":[{"type":"matrix","name":"q","columns":[1,2],"rows":[1,2,3,4,5,6,7,8,9]}]}""")).Code);
    }

    [Fact]
    public void A_text_that_lacks_in_one_of_the_languages_is_named()
    {
        var warnings = Warnings("""{"title":{"default":"Visit","fa":"بازدید"},"elements":[{"type":"radiogroup","name":"q","title":{"default":"How?","fa":"چطور؟"},"choices":[{"value":1,"text":{"default":"Well","fa":"خوب"}},{"value":2,"text":"Badly"}]}]}""");
        var missing = Assert.Single(warnings);
        Assert.Equal((PracticeCode.MissingTranslation, "$.elements[0].choices[1].text", "fa"), (missing.Code, missing.Path, missing.Locale));
    }

    [Theory]
    [InlineData("en", """["Excellent","Very good","Good","Poor"]""", true)]
    [InlineData("en", """["Very satisfied","Satisfied","Neither","Dissatisfied","Very dissatisfied"]""", false)]
    [InlineData("fa", """["عالی","خیلی خوب","خوب","بد"]""", true)]
    [InlineData("fa", """["کاملاً راضی","راضی","ناراضی","کاملاً ناراضی"]""", false)]
    [InlineData("ar", """["ممتاز","جيد جدًا","جيد","ضعيف"]""", true)]
    [InlineData("ar", """["راضٍ جدًا","راضٍ","غير راضٍ","غير راضٍ إطلاقًا"]""", false)]
    public void A_scale_has_as_many_bad_answers_as_good_ones(string locale, string choices, bool warned)
        => Assert.Equal(warned, Warnings($$"""{"locale":"{{locale}}","elements":[{"type":"radiogroup","name":"q","choices":{{choices}}}]}""").Any(w => w.Code == PracticeCode.UnbalancedScale));

    [Theory]
    [InlineData("""{"type":"text","name":"q","isRequired":true,"title":"What is your monthly income?"}""", true)]
    [InlineData("""{"type":"text","name":"q","title":"What is your monthly income?"}""", false)]
    [InlineData("""{"type":"radiogroup","name":"q","isRequired":true,"title":"What is your religion?","choices":["a","b"]}""", true)]
    [InlineData("""{"type":"radiogroup","name":"q","isRequired":true,"title":"What is your religion?","choices":["a",{"value":"x","text":"I’d prefer not to say"}]}""", false)]
    [InlineData("""{"type":"radiogroup","name":"q","isRequired":true,"title":"What is your religion?","choices":["a","b"],"showRefuseItem":true}""", false)]
    public void What_is_private_may_be_declined(string question, bool warned)
        => Assert.Equal(warned, Warnings($$"""{"elements":[{{question}}]}""").Any(w => w.Code == PracticeCode.NoWayOut));

    private static IReadOnlyList<PracticeWarning> Warnings(string json) => PracticeWarnings.Of(Questionnaire.Parse(json));
}
