namespace Tajriba.ProcessMining;

/// <summary>
/// Reads IEEE 1849 XES, plain or gzip, in one forward pass: <c>concept:name</c> of the trace is the case, of the event the activity,
/// <c>time:timestamp</c> the time with its offset honoured. All other attributes of events and traces become columns, those of
/// traces as <c>case:…</c>; nested attributes, log attributes, globals, classifiers and extensions are passed over. Two traces of one
/// name are one case. Events without case, activity or time and traces without events are left out and counted.
/// </summary>
public static class XesLogReader
{
    /// <summary>Reads a log.</summary>
    /// <param name="stream">The bytes; not closed.</param>
    /// <param name="skipAttributes">Whether to read case, activity and time only.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="LogFormatException">The content is not well-formed XES: the line and what is wrong.</exception>
    public static ReadLog Read(Stream stream, bool skipAttributes = false, CancellationToken cancel = default)
    {
        using var window = new ByteWindow(stream, isXml: true);
        return new XesLogSession(window, skipAttributes, cancel).Run();
    }
}
