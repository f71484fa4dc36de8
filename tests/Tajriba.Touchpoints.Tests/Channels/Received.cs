namespace Tajriba.Touchpoints.Tests.Channels;

/// <summary>One request.</summary>
internal sealed record Received(string Method, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Id => Headers["webhook-id"];
}
