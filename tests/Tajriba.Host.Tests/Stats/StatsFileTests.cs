using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Tajriba.Host.CommandLine.Stats;

namespace Tajriba.Host.Tests.Stats;

/// <summary>Numbers that stand in a file of their own.</summary>
public sealed class StatsFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tajriba-stats");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("drivers.csv")]
    [InlineData("drivers.csv.gz")]
    public void Drivers_of_a_file_are_those_of_the_same_numbers(string name)
    {
        Write(name, "who,y,\"a\",b\nx,1,2,1\nx,2,1,0\nx,NA,9,9\nx,3,4,1\nx,4,3,\nx,5,5,0\nx,7,8,1\n");
        string fromFile = Answer("key-drivers", $$"""{"file":"{{name}}","target":"y"}""");
        string fromData = Answer("key-drivers", """{"data":{"y":[1,2,3,null,5,7],"a":[2,1,4,3,5,8],"b":[1,0,1,2,0,1]},"target":"y"}""");
        Assert.Equal(fromData, fromFile);
        Assert.Equal(
            Answer("key-drivers", """{"data":{"y":[1,2,3,5],"a":[2,1,4,5]},"target":"y"}"""),
            Answer("key-drivers", $$"""{"file":"{{name}}","target":"y","columns":["a"],"rows":[0,1,3,5]}"""));
    }

    [Theory]
    [InlineData("key-drivers", """{"file":"it.csv","target":"y","columns":["z"]}""", "y,x\n1,2\n2,1\n3,5\n", "file")]
    [InlineData("key-drivers", """{"file":"it.csv","target":"y","rows":9}""", "y,x\n1,2\n2,1\n3,5\n", "rows")]
    [InlineData("key-drivers", """{"file":"it.csv","target":"y"}""", "y,x\n1,2\n2\n3,5\n", "file")]
    [InlineData("key-drivers", """{"file":"it.csv","target":"y"}""", "y,x\n", "file")]
    [InlineData("bgnbd", """{"file":"it.csv"}""", "x,t_x\n1,2\n0,0\n", "file")]
    [InlineData("bgnbd", """{"file":"it.csv","columns":["n","r","age"]}""", "x,t_x,T\n1,2,9\n0,0,9\n", "columns")]
    [InlineData("bgnbd", """{"file":"it.csv"}""", "x,t_x,T\n1,12,9\n0,0,9\n", "file")]
    [InlineData("bgnbd", """{"file":"it.csv"}""", "x,t_x,T\n0,0,9\n0,0,9\n", "file")]
    [InlineData("bgnbd", """{"file":"it.csv"}""", "x,t_x,T\n1,,9\n0,0,9\n", "file")]
    [InlineData("gamma-gamma", """{"file":"it.csv"}""", "x,zbar\n1,20\n0,0\n", "file")]
    [InlineData("off-policy", """{"log":"it.csv","policy":[[0.5],[0.5]]}""", "item,pos,click\n0,0,1\n2,0,0\n", "log")]
    [InlineData("off-policy", """{"log":"it.csv","policy":[[0.5],[0.7]]}""", "item,pos,click\n0,0,1\n1,0,0\n", "policy")]
    [InlineData("off-policy", """{"log":"it.csv","policy":[[0.5],[0.5]]}""", "item,pos\n0,0\n1,0\n", "log")]
    public void Names_the_member_of_a_file_that_does_not_fit(string method, string input, string text, string member)
    {
        Write("it.csv", text);
        MethodInputException refused = Assert.Throws<MethodInputException>(() => Answer(method, input));
        Assert.Equal(member, refused.Member);
    }

    [Fact]
    public void A_spend_model_needs_no_times()
    {
        Write("spend.csv", "n,mean\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"{1 + (i % 4)},{10 + (i * 7 % 41)}\n")));
        using JsonDocument answer = JsonDocument.Parse(Answer("gamma-gamma", """{"file":"spend.csv","columns":["n","mean"],"filter":"x > 0"}"""));
        Assert.Equal(60, answer.RootElement.GetProperty("n").GetInt32());
        Assert.False(answer.RootElement.TryGetProperty("clv_12m", out _));
    }

    private string Answer(string method, string input) => StatsMethods.Answer(method, Encoding.UTF8.GetBytes($$"""{"input":{{input}}}"""), folder.FullName);

    private void Write(string name, string text)
    {
        using Stream file = File.Create(Path.Combine(folder.FullName, name));
        using Stream packed = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : file;
        packed.Write(Encoding.UTF8.GetBytes(text));
    }
}
