namespace Tajriba.Kernel.Storage;

/// <summary>The database's schema and the program's do not fit; the message names the step.</summary>
public sealed class SchemaException : Exception
{
    public SchemaException()
    {
    }

    public SchemaException(string message)
        : base(message)
    {
    }

    public SchemaException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
