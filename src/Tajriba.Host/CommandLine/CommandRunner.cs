using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.CommandLine;

/// <summary>Runs a parsed command; every mistake of the caller is one line on standard error and exit code 2.</summary>
internal static class CommandRunner
{
    public const int BadInput = 2;

    /// <summary>Longer than the server grants itself for ending what it has begun; the library's two seconds would cut that off.</summary>
    private static readonly TimeSpan Termination = TimeSpan.FromSeconds(45);

    public static async Task<int> InvokeAsync(RootCommand root, string[] args)
    {
        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(OneLine(result.Errors[0].Message));
            return BadInput;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Termination });
        }
        catch (Exception e) when (IsOfTheSurroundings(e))
        {
            await Console.Error.WriteLineAsync(OneLine(e.Message));
            return BadInput;
        }
    }

    /// <summary>A database that does not answer, a port in use, a folder that cannot be written: for the operator to mend, no defect of ours.</summary>
    private static bool IsOfTheSurroundings(Exception e) =>
        e is IOException or UnauthorizedAccessException or DbException or SchemaException or KeySecretException or FormatException;

    public static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
