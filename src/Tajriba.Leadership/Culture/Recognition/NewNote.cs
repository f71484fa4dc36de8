namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>A note about to be posted.</summary>
/// <param name="From">Id of the person who wrote it; null where the product tells it.</param>
/// <param name="To">Id of the person to whom it goes, or null.</param>
/// <param name="ToUnit">Code of the unit to which it goes, or null.</param>
/// <param name="Quality">What it is for.</param>
/// <param name="Text">What it says.</param>
/// <param name="Path">Page of the product that shows what it is about, or null.</param>
/// <param name="Key">What the product tells is told once by this key; null for what people write.</param>
/// <param name="At">When; null for now.</param>
public sealed record NewNote(long? From, long? To, string? ToUnit, Quality Quality, string Text, string? Path, string? Key = null, DateTimeOffset? At = null);
