namespace Tajriba.Host.Tests.Surveys;

/// <summary>What the tests ask.</summary>
internal static class Definitions
{
    public const string Nps = """
        {"title":{"default":"Your visit","fa":"مراجعهٔ شما"},"pages":[{"name":"one","elements":[
          {"type":"rating","name":"nps","title":{"default":"How likely?","fa":"چقدر احتمال دارد؟"},"rateMin":0,"rateMax":10,"isRequired":true,"measure":"nps"},
          {"type":"comment","name":"why","title":{"default":"Why?","fa":"چرا؟"}}]}]}
        """;

    public const string TwoPages = """
        {"title":{"default":"After the service","fa":"پس از خدمت"},"pages":[
          {"name":"visit","elements":[
            {"type":"radiogroup","name":"done","title":{"default":"Was it done?","fa":"کار شما انجام شد؟"},"choices":[{"value":"yes","text":{"default":"Yes","fa":"بله"}},{"value":"no","text":{"default":"No","fa":"خیر"}}],"isRequired":true},
            {"type":"comment","name":"missing","title":{"default":"What was missing?","fa":"چه کم بود؟"},"visibleIf":"{done} = 'no'","isRequired":true}]},
          {"name":"more","elements":[
            {"type":"text","name":"when","inputType":"date","title":{"default":"When?","fa":"چه روزی؟"}},
            {"type":"text","name":"km","inputType":"number","min":0,"max":1000000,"title":{"default":"Kilometres","fa":"کارکرد"}}]}]}
        """;
}
