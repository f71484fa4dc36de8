namespace Tajriba.Kernel.Rooms;

/// <summary>The wall on which the house tells all staff what was achieved. Inner rooms post to it; the room Culture shows it.</summary>
public interface IRecognition
{
    /// <summary>Posts an achievement; one with the same key is posted once, however often it is told.</summary>
    Task CelebrateAsync(Achievement achievement, CancellationToken cancellationToken = default);
}

/// <summary>Something that was reached.</summary>
/// <param name="Key">Tells it from all others: <c>objectives:K-12</c>. At most 200 characters.</param>
/// <param name="Title">What was reached, in the words of whoever wrote it down; at most 200 characters.</param>
/// <param name="Unit">Code of the unit that reached it; null for the organization.</param>
/// <param name="Person">Id of the person who answers for it, or null.</param>
/// <param name="Path">Page of the product that shows it, or null.</param>
public sealed record Achievement(string Key, string Title, string? Unit = null, long? Person = null, string? Path = null);
