namespace Tajriba.Kernel.Access;

/// <summary>The secret that seals keys is missing, malformed, or not the one that sealed those in the database. Says what to do.</summary>
public sealed class KeySecretException : Exception
{
    public KeySecretException()
    {
    }

    public KeySecretException(string message)
        : base(message)
    {
    }

    public KeySecretException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
