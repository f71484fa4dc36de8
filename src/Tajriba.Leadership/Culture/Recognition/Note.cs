namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>A thank-you or an achievement on the wall.</summary>
/// <param name="Id">Its number.</param>
/// <param name="From">Id of the person who wrote it; null where the product tells an achievement.</param>
/// <param name="To">Id of the person to whom it goes, or null.</param>
/// <param name="ToUnit">Code of the unit to which it goes, or null.</param>
/// <param name="Quality">What it is for.</param>
/// <param name="Text">What it says.</param>
/// <param name="Path">Page of the product that shows what it is about, or null.</param>
/// <param name="At">When it was posted.</param>
/// <param name="IsWithdrawn">Whether it was taken off the wall.</param>
/// <param name="Cheers">How many joined in.</param>
public sealed record Note(long Id, long? From, long? To, string? ToUnit, Quality Quality, string Text, string? Path, DateTimeOffset At, bool IsWithdrawn, int Cheers)
{
    /// <summary>Longest text.</summary>
    public const int LongestText = 1_000;
}
