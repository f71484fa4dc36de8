namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>The file as a whole cannot be imported, or not further. The message is one line: where and what.</summary>
public sealed class ImportFileException : Exception
{
    public ImportFileException(string message)
        : base(message)
    {
    }

    public ImportFileException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
