namespace Tajriba.ProcessMining;

/// <summary>A file cannot be read as what it claims to be; the message says where and what in one line.</summary>
public sealed class LogFormatException : FormatException
{
    /// <summary>An exception without a message.</summary>
    public LogFormatException()
    {
    }

    /// <summary>An exception with a message.</summary>
    public LogFormatException(string message) : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public LogFormatException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>An exception at a line (from 1) of the source.</summary>
    public LogFormatException(long line, string message) : base($"line {line}: {message}") => Line = line;

    /// <summary>The line, from 1, or null when it is not known.</summary>
    public long? Line { get; }
}
