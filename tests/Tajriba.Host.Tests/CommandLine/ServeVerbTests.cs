namespace Tajriba.Host.Tests.CommandLine;

/// <summary>What stands in the product's way at start is said in one line.</summary>
public sealed class ServeVerbTests : IDisposable
{
    private readonly TemporaryFolder data = new();

    public void Dispose() => data.Dispose();

    [Theory]
    [InlineData("serve", "--port", "99999")]
    [InlineData("serve", "--urls", "nonsense")]
    [InlineData("serve", "--database", "oracle:x")]
    [InlineData("migrate", "--database", "postgres:Host=127.0.0.1;Port=1;Timeout=2")]
    [InlineData("migrate", "--database", "sqlite:NOT-A-DATABASE")]
    [InlineData("rebuild", "no.such.model")]
    public async Task An_obstacle_is_one_line_and_exit_code_2(params string[] arguments)
    {
        string path = data.Write("text.db", "This is a text that is long enough to be no database at all, as SQLite sees it at once."u8.ToArray());
        VerbResult run = await Verb.RunAsync([.. arguments.Select(a => a.Replace("NOT-A-DATABASE", path, StringComparison.Ordinal)), "--data", data.Path]);
        Assert.True(run.ExitCode == 2, $"exit code {run.ExitCode}: {run.Error}");
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }
}
