using System.Text.Json;

namespace Tajriba.Host.CommandLine.Text;

/// <summary>Reads JSON lines; a bad one is reported with its number and skipped.</summary>
internal sealed class TextLines(Stream input, TextWriter errors)
{
    private const byte NewLine = (byte)'\n';

    public int Good { get; private set; }

    public IEnumerable<TextLine> Read()
    {
        long number = 0;
        foreach (byte[] line in Lines())
        {
            number++;
            if (line.AsSpan().Trim(" \t\r"u8).IsEmpty)
            {
                continue;
            }

            if (Parse(line, out string problem) is { } read)
            {
                Good++;
                yield return read;
            }
            else
            {
                errors.WriteLine($"line {number}: {CommandRunner.OneLine(problem)}");
            }
        }
    }

    /// <summary>0, or the code of bad input where no line was good.</summary>
    public int ExitCode => Good > 0 ? 0 : CommandRunner.BadInput;

    private static TextLine? Parse(byte[] line, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            problem = root.ValueKind != JsonValueKind.Object ? "an object is wanted"
                : !root.TryGetProperty("id", out JsonElement id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) ? "the member 'id' must be a string or a number"
                : !root.TryGetProperty("text", out JsonElement text) || text.ValueKind != JsonValueKind.String ? "the member 'text' must be a string"
                : "";
            if (problem.Length > 0)
            {
                return null;
            }

            JsonElement named = root.GetProperty("id");
            _ = named.ValueKind == JsonValueKind.String ? named.GetString() : null;
            string? group = root.TryGetProperty("group", out JsonElement given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
            return new TextLine(named.Clone(), root.GetProperty("text").GetString()!, group);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problem = e.Message;
            return null;
        }
    }

    private IEnumerable<byte[]> Lines()
    {
        var line = new List<byte>();
        byte[] chunk = new byte[1 << 16];
        while (input.Read(chunk, 0, chunk.Length) is var read && read > 0)
        {
            int start = 0;
            while (Array.IndexOf(chunk, NewLine, start, read - start) is var end && end >= 0)
            {
                line.AddRange(chunk.AsSpan(start, end - start));
                yield return [.. line];
                line.Clear();
                start = end + 1;
            }

            line.AddRange(chunk.AsSpan(start, read - start));
        }

        if (line.Count > 0)
        {
            yield return [.. line];
        }
    }
}
