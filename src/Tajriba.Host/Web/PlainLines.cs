using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Tajriba.Host.Web;

/// <summary>
/// Log lines for people: one line an entry, and those of its exception indented below it. Whatever a request brought into a
/// message can neither begin a line of its own, nor colour or erase one, nor fill the disk.
/// </summary>
public sealed class PlainLines(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    /// <summary>What configuration calls it.</summary>
    public const string FormatterName = "tajriba";

    private const int LongestMessage = 4_000;
    private const int LongestException = 16_000;

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        ArgumentNullException.ThrowIfNull(textWriter);
        var text = new StringBuilder();
        text.Append(clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Append(' ').Append(Word(logEntry.LogLevel)).Append(' ');
        Escape(text, logEntry.Category, LongestMessage);
        text.Append(": ");
        Escape(text, logEntry.Formatter(logEntry.State, logEntry.Exception), LongestMessage);
        if (logEntry.Exception?.ToString() is { } error)
        {
            string shown = error.Length > LongestException ? error[..LongestException] : error;
            foreach (string line in shown.Split('\n'))
            {
                Escape(text.Append('\n').Append("    "), line.TrimEnd('\r'), LongestException);
            }
        }

        textWriter.Write(text.Append('\n'));
    }

    private static void Escape(StringBuilder text, string plain, int longest)
    {
        foreach (char mark in plain.AsSpan(0, Math.Min(plain.Length, longest)))
        {
            // Besides controls: line and paragraph separators, and what turns the direction of the text after it.
            if (char.IsControl(mark) || mark is '\u2028' or '\u2029' or '\u061C' or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)mark:x4}");
            }
            else
            {
                text.Append(mark);
            }
        }

        if (plain.Length > longest)
        {
            text.Append('…');
        }
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
