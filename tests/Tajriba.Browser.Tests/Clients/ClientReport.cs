using System.Text.Json;

namespace Tajriba.Browser.Tests.Clients;

/// <summary>What a client says it has done.</summary>
/// <param name="Asked">Events that it was told to send.</param>
/// <param name="Made">Those that it took, under the ids that it gave them.</param>
/// <param name="Failed">What it gave up, and why.</param>
internal sealed record ClientReport(int Asked, IReadOnlyList<MadeEvent> Made, IReadOnlyList<string> Failed)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static ClientReport Parse(string json) => JsonSerializer.Deserialize<ClientReport>(json, Web)!;
}

/// <param name="Id">The message id that the client made.</param>
/// <param name="Seq">Its number in the client's own order.</param>
internal sealed record MadeEvent(string Id, int Seq);
