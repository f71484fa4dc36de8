using Tajriba.Demo.Story;
using Stream = Tajriba.Demo.Story.Stream;

namespace Tajriba.Demo.Surveys;

/// <summary>A customer's answer after a visit, in a number below 2^24.</summary>
internal readonly record struct ServiceAnswer(int Code)
{
    private const int Scores = 5;
    private const int Recommendations = 11;
    private const int MostRecommendation = Recommendations - 1;
    private static readonly string[] Languages = ["fa", "ar", "en"];

    /// <summary>Whether it was clicked through without being read: the same everywhere, in a few seconds.</summary>
    public bool Hurried => Code % 2 == 1;

    public int CaseCode => Code / 2 % CustomerProfile.CaseCodes;

    public string Language => Languages[Code / 2 / CustomerProfile.CaseCodes % Languages.Length];

    /// <summary>How gladly the customer would recommend the house, 0-10.</summary>
    public int Recommendation => Code / 2 / CustomerProfile.CaseCodes / Languages.Length % Recommendations;

    /// <summary>Seconds that it took.</summary>
    public int Seconds => Hurried ? 4 + (int)((uint)Code * 2_654_435_761u >> 30) : 35 + (int)((uint)Code * 2_654_435_761u >> 25);

    /// <summary>What the customer thinks of a part, 1-5; by its place in <see cref="DemoParameters.ServiceParts"/>.</summary>
    public int this[int part]
    {
        get
        {
            var rest = Code / 2 / CustomerProfile.CaseCodes / Languages.Length / Recommendations;
            for (var i = 0; i < part; i++)
            {
                rest /= Scores;
            }

            return (rest % Scores) + 1;
        }
    }

    public static ServiceAnswer Of(long seed, in CustomerProfile customer, int visit, ServiceExperience lived)
    {
        var mood = Dice.Of(seed, Stream.Answer, customer.Number).Normal(DemoParameters.MoodDeviation);
        var dice = Dice.Of(seed, Stream.Answer, customer.Number, visit + 1);
        var parts = DemoParameters.ServiceParts;
        var hurried = dice.Chance(DemoParameters.Hurried);
        var same = dice.Between(1, Scores);
        var (code, scale, overall) = (0, 1, 0.0);
        foreach (var part in parts)
        {
            var felt = part.Usual + mood + dice.Normal(DemoParameters.PartDeviation)
                + (lived.Waited ? part.Waiting : 0) + (lived.Reopened ? part.Reopened : 0) + (lived.WorseBranch ? part.WorseBranch : 0);
            var score = hurried ? same : (int)Math.Round(Math.Clamp(felt, 1, Scores));
            code += (score - 1) * scale;
            scale *= Scores;
            overall += part.Weight * (score - 1) / (Scores - 1);
        }

        var recommendation = (int)Math.Round(Math.Clamp((MostRecommendation * overall) + 0.5 + dice.Normal(DemoParameters.RecommendationDeviation), 0, MostRecommendation));
        code = (code * Recommendations) + recommendation;
        code = (code * Languages.Length) + Array.IndexOf(Languages, customer.Language);
        code = (code * CustomerProfile.CaseCodes) + customer.CaseCode;
        return new ServiceAnswer((code * 2) + (hurried ? 1 : 0));
    }
}
