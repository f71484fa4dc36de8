using System.Text;
using System.Text.Json;
using Tajriba.Host.CommandLine.Stats;
using Tajriba.Host.Tests.CommandLine;

namespace Tajriba.Host.Tests.Stats;

/// <summary>What the methods on answers, raters and shares refuse, by member and reason; and answers that no published file has.</summary>
public sealed class SurveyInputTests
{
    [Theory]
    [InlineData("nps", "{}", "scores: is missing")]
    [InlineData("nps", """{"scores":[9]}""", "scores: must have at least 2 values")]
    [InlineData("nps", """{"scores":[9,11]}""", "scores[1]: must be a whole number from 0 to 10, not 11")]
    [InlineData("nps", """{"scores":[9,null]}""", "scores[1]: must be a number")]
    [InlineData("nps", """{"scores":[9,1e999]}""", "scores[1]: must be finite")]
    [InlineData("classic-tests", """{"wilcoxon":{"x":[1,2],"y":[1,1e308]}}""", "wilcoxon.y[1]: must be from -1E+60 to 1E+60, not 1E+308")]
    [InlineData("nps", """{"scores":"nine"}""", "scores: must be a list")]
    [InlineData("nps-difference", """{"wave1":{"promoters":-1,"passives":5,"detractors":5},"wave2":{"promoters":1,"passives":5,"detractors":5},"E_points":5}""", "wave1.promoters: must be a whole number at least 0, not -1")]
    [InlineData("nps-difference", """{"wave1":{"promoters":1,"passives":5,"detractors":5},"wave2":{"promoters":1,"passives":5,"detractors":5},"E_points":0}""", "E_points: must be above 0, not 0")]
    [InlineData("ces-csat", """{"csat_1_5":[6],"ces_1_7":[1]}""", "csat_1_5[0]: must be a whole number from 1 to 5, not 6")]
    [InlineData("csi-weighted", """{"importance":[1,2],"satisfaction":[3],"scale":[1,5]}""", "satisfaction: must have as many values as importance (2), not 1")]
    [InlineData("csi-weighted", """{"importance":[0,0],"satisfaction":[3,3],"scale":[1,5]}""", "importance: must not all be 0")]
    [InlineData("acsi-index", """{"scores":[[1,2],[3,4]],"weights":[1]}""", "weights: must have as many values as a row of scores (2), not 1")]
    [InlineData("wilson", """{"cases":[[5,3]]}""", "cases[0][0]: must be a whole number from 0 to 3, not 5")]
    [InlineData("two-proportions", """{"x":[1,9],"n":[5,5]}""", "x[1]: must be at most n[1] (5), not 9")]
    [InlineData("sample-size", """{"a":"how many?"}""", "a: must ask for")]
    [InlineData("sample-size", """{"a":{"p1":0.5,"p2":0.5}}""", "a: The two shares must differ.")]
    [InlineData("classic-tests", "{}", "welch: is missing, as are chisq and wilcoxon")]
    [InlineData("classic-tests", """{"chisq":[[1,0],[2,0]]}""", "chisq: must not have a row or column of zeros alone")]
    [InlineData("classic-tests", """{"wilcoxon":{"x":[1,2],"y":[1,2]}}""", "wilcoxon: must have a pair that differs")]
    [InlineData("ab-conversion", """{"a":[1,2,3],"b":[1,2]}""", "a: must be two numbers: successes and trials")]
    [InlineData("stratified", """{"strata":[{"N":5,"n":6,"mean":1,"sd":1}]}""", "strata[0].N: must be a whole number at least 6, not 5")]
    [InlineData("stratified", """{"strata":[{"N":5,"n":1,"mean":1,"sd":1}]}""", "strata[0].n: must be a whole number at least 2, not 1")]
    [InlineData("raking", """{"sample_table":[[1,2],[3]],"row_targets":[1,1],"column_targets":[1,1]}""", "sample_table[1]: must have as many values as the first row (2), not 1")]
    [InlineData("raking", """{"sample_table":[[1,2],[3,4]],"row_targets":[1,1],"column_targets":[1,2]}""", "column_targets: must have the sum of row_targets (2), not 3")]
    [InlineData("raking", """{"sample_table":[[1,0],[0,1]],"row_targets":[3,1],"column_targets":[1,3]}""", "sample_table: has empty cells")]
    [InlineData("kano", """{"features_functional_dysfunctional_pairs":{"f":[[1,6]]}}""", "features_functional_dysfunctional_pairs.f[0][1]: must be from 1 to 5, not 6")]
    [InlineData("kano-percent", """{"percent":{"f":{"A":50,"O":10,"M":10,"I":10}}}""", "percent.f: must add up to 100, not 80")]
    [InlineData("servqual", """{"dimension_items":{"d":2},"expectation":[[1,2],[3,4]],"perception":[[1,2],[3,4]],"importance_points":[[90],[100]]}""", "importance_points[0]: must add up to 100, not 90")]
    [InlineData("servqual", """{"dimension_items":{"d":3},"expectation":[[1,2],[3,4]],"perception":[[1,2],[3,4]]}""", "dimension_items: must add up to the 2 values of a row of expectation, not 3")]
    [InlineData("ipa", """{"attributes":[]}""", "attributes: must have at least 1 value")]
    [InlineData("ipa-derived", """{"data":{"a":[1,2],"b":[2,1]},"target":"c"}""", "target: must be a column of data; there is no 'c'")]
    [InlineData("cronbach-alpha", """{"data":{"a":[1,2]}}""", "data: must have at least 2 columns")]
    [InlineData("cronbach-alpha", """{"data":{"a":[1,2],"b":[1,2,3]}}""", "data.b: must have as many values as the first column (2), not 3")]
    [InlineData("cohen-kappa", """{"table":[[1,2,3],[1,2,3]]}""", "table: must be square, not 2 rows of 3")]
    [InlineData("cohen-kappa", """{"table":[[1.5,2],[1,2]]}""", "table[0][0]: must be a whole number, not 1.5")]
    [InlineData("fleiss-kappa", """{"counts":[[2,1],[1,1]]}""", "counts[1]: must have as many ratings as the first subject (3), not 2")]
    [InlineData("krippendorff-alpha", """{"coders_by_units":[[1,null],[null,1]]}""", "coders_by_units: must have a unit with values of at least two coders")]
    [InlineData("krippendorff-two", """{"A":[[1,2],[1,3]],"B":[[1,2],[1,3]]}""", "A: must have no more than two different values")]
    [InlineData("intercoder", """{"coders_by_units":[["a","b"]]}""", "coders_by_units: must have at least 2 values")]
    [InlineData("gini-entropy", """{"x":[1,-1]}""", "x[1]: must be at least 0, not -1")]
    [InlineData("gini-classes", """{"x":[1,2],"classes":[1]}""", "classes: must count at least 2 together")]
    [InlineData("ranking-metrics", """{"ranked":[[1,1]],"relevant":[[1]],"k":1,"n_items":2}""", "ranked[0]: must not name an item twice")]
    [InlineData("ranking-metrics", """{"ranked":[[1]],"relevant":[[]],"k":1,"n_items":2}""", "relevant[0]: must name at least one item")]
    [InlineData("saturation", """{"codes_per_interview":[[1]]}""", "codes_per_interview: must have at least 2 values")]
    [InlineData("no-such-method", "{}", "method: there is no method 'no-such-method'")]
    public void Wrong_input_is_refused_by_member_and_reason(string method, string input, string message)
    {
        var refusal = Assert.Throws<MethodInputException>(() => Answer(method, input));
        Assert.StartsWith(message, refusal.Message);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData("[1]", "file: must be an object")]
    [InlineData("{", "file: is not JSON")]
    [InlineData("""{"method":"nps"}""", "input: is missing")]
    [InlineData("""{"method":"nps","input":[1]}""", "input: must be an object")]
    [InlineData("""{"input":{"scores":[1,2]}}""", "method: is missing")]
    public void Wrong_file_is_refused(string file, string message)
        => Assert.StartsWith(message, Assert.Throws<MethodInputException>(() => StatsMethods.Answer(null, Encoding.UTF8.GetBytes(file), null)).Message);

    [Theory]
    [InlineData("krippendorff-two", """{"A":[[0,1,0,0,0,0,0,0,1,0],[1,1,1,0,0,1,0,0,0,0]],"B":[["a","a","b"],["a","a","b"]]}""", "binary_two_coders", 0.0952381)]
    [InlineData("cohen-kappa", """{"table":[[20,5],[10,15]]}""", "quadratic", 0.4)]
    [InlineData("ab-conversion", """{"a":[48,1000],"b":[63,1000]}""", "lift", 0.3125)]
    [InlineData("stratified", """{"strata":[{"N":100,"n":10,"mean":2,"sd":1},{"N":300,"n":10,"mean":4,"sd":1}],"n_new":20}""", "mean", 3.5)]
    [InlineData("stratified", """{"strata":{"N":[100,300],"n":[10,10],"mean":[2,4],"sd":[1,1]}}""", "se", 0.2449490)]
    [InlineData("gini-classes", """{"x":[1,1],"classes":{"a":2,"b":2}}""", "shannon_bits", 1)]
    [InlineData("intercoder", """{"coders_by_units":[["a","b","a",null],["a","b","b","a"]]}""", "percent_pairwise", 66.6666667)]
    [InlineData("sample-size", """{"f":{"p":0.5,"e":0.05}}""", "f.n0", 384.1458821)]
    [InlineData("sample-size", """{"x":"Two proportions 10% vs 12%, power 0.9"}""", "x", 5141.5)]
    public void Answers_without_a_published_file(string method, string input, string member, double expected)
    {
        using JsonDocument answer = JsonDocument.Parse(Answer(method, input));
        JsonElement found = answer.RootElement;
        foreach (string name in member.Split('.'))
        {
            found = found.GetProperty(name);
        }

        Assert.Equal(1, found.GetDouble() / expected, 4);
    }

    [Fact]
    public void What_is_not_defined_is_null()
    {
        using JsonDocument answer = JsonDocument.Parse(Answer("cohen-kappa", """{"table":[[5,0],[0,0]]}"""));
        Assert.Equal(JsonValueKind.Null, answer.RootElement.GetProperty("kappa").ValueKind);
    }

    [Fact]
    public async Task On_the_command_line_a_refusal_is_one_line_and_exit_code_2()
    {
        using var folder = new TemporaryFolder();
        string good = folder.Write("good.json", Encoding.UTF8.GetBytes("""{"method":"nps","input":{"scores":[10,3]}}"""));
        string bad = folder.Write("bad.json", Encoding.UTF8.GetBytes("""{"input":{"scores":[10,30]}}"""));
        VerbResult answered = await Verb.RunAsync("stats", good);
        Assert.Equal((0, ""), (answered.ExitCode, answered.Error));
        Assert.Contains("\"nps\": 0", answered.Output, StringComparison.Ordinal);
        VerbResult refused = await Verb.RunAsync("stats", "nps", bad);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Equal("scores[1]: must be a whole number from 0 to 10, not 30", refused.Error.TrimEnd());
    }

    private static string Answer(string method, string input)
        => StatsMethods.Answer(method, Encoding.UTF8.GetBytes($$"""{"input":{{input}}}"""), null);
}
