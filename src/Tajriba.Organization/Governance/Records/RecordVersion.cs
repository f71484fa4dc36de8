using System.Text.Json;

namespace Tajriba.Organization.Governance.Records;

/// <summary>One version of something that the room keeps.</summary>
/// <param name="Version">1 for the first.</param>
/// <param name="Body">JSON; null where it was taken away.</param>
/// <param name="At">Since when it holds.</param>
/// <param name="By">Id of the person who wrote it; null where the product did.</param>
public sealed record RecordVersion(int Version, string? Body, DateTimeOffset At, long? By)
{
    private volatile object? read;

    /// <summary>What it says, read once; not of one that was taken away.</summary>
    public T As<T>()
        where T : class
    {
        if (read is T known)
        {
            return known;
        }

        T value = JsonSerializer.Deserialize<T>(Body ?? throw new InvalidOperationException("The record was taken away."), RecordBook.Json)!;
        read = value;
        return value;
    }
}
