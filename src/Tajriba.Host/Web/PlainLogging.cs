using Microsoft.Extensions.Logging.Console;

namespace Tajriba.Host.Web;

/// <summary>Adds <see cref="PlainLines"/>.</summary>
internal static class PlainLogging
{
    /// <summary>Plain lines on the console, unless the configuration asks for JSON, which escapes by itself.</summary>
    public static void AddPlainLines(this ILoggingBuilder logging)
    {
        logging.AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
        logging.AddConsole(console => console.FormatterName = PlainLines.FormatterName);
    }
}
