namespace Tajriba.Client;

/// <summary>Sizes that follow from what the server takes.</summary>
internal static class MessageLimits
{
    /// <summary>Bytes of one message as JSON; the server's default.</summary>
    public const int Message = 32 * 1024;

    /// <summary>Room for at least one message with what surrounds it.</summary>
    public const int Room = 40_000;
}
