using System.CommandLine;

namespace Tajriba.Host.CommandLine.Stats;

/// <summary><c>tajriba stats [METHOD] [FILE]</c>: a statistical method on numbers in a JSON file.</summary>
internal static class StatsCommand
{
    public static Command Create()
    {
        var method = new Argument<string?>("METHOD") { Description = "The method; not needed where the file has a member 'method'.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Argument<string?>("FILE") { Description = "JSON with a member 'input'; standard input where not given, or '-'.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Name the methods." };
        var command = new Command("stats", "Answer a statistical method as JSON.") { method, file, list };
        command.SetAction(async (result, cancellationToken) =>
        {
            if (result.GetValue(list))
            {
                Console.WriteLine(string.Join('\n', StatsMethods.Names));
                return 0;
            }

            (string? name, string? path) = Place(result.GetValue(method), result.GetValue(file));
            byte[] json = path is null ? await InputAsync(cancellationToken) : await File.ReadAllBytesAsync(path, cancellationToken);
            Console.WriteLine(StatsMethods.Answer(name, json, path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path))));
            return 0;
        });
        return command;
    }

    /// <summary>One argument alone is a method where there is one of that name, else a file.</summary>
    private static (string? Method, string? File) Place(string? first, string? second) => (first, second) switch
    {
        (null, _) => (null, null),
        ({ } only, null) when StatsMethods.Knows(only) => (only, null),
        ({ } only, null) => File.Exists(only) || only == "-"
            ? (null, FileOrInput(only))
            : throw new MethodInputException("METHOD", $"there is neither a method nor a file '{only}'; tajriba stats --list names the methods"),
        ({ } method, { } file) => (method, FileOrInput(file)),
    };

    private static string? FileOrInput(string file) => file == "-" ? null : file;

    private static async Task<byte[]> InputAsync(CancellationToken cancellationToken)
    {
        await using Stream input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        await input.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }
}
