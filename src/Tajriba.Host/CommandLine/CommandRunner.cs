using System.CommandLine;
using System.CommandLine.Parsing;

namespace Tajriba.Host.CommandLine;

/// <summary>Runs a parsed command; every mistake of the caller is one line on standard error and exit code 2.</summary>
internal static class CommandRunner
{
    public const int BadInput = 2;

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(OneLine(result.Errors[0].Message));
            return BadInput;
        }

        return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
