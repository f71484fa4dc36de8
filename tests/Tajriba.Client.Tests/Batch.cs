using System.Text.Json;

namespace Tajriba.Client.Tests;

/// <summary>What one attempt brought.</summary>
internal sealed record Batch(Uri Address, string Key, bool IsPacked, string SentAt, IReadOnlyList<JsonElement> Messages, int Bytes)
{
    /// <summary>Attempts before this one.</summary>
    public int Number { get; init; }

    public IEnumerable<string> Ids => Messages.Select(m => m.GetProperty("messageId").GetString()!);
}
