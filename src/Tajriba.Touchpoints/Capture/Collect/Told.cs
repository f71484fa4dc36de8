namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>What became of a body.</summary>
/// <param name="Whole">Why it was refused as a whole, or none.</param>
/// <param name="Items">What became of each of its items; empty where it was refused as a whole.</param>
internal sealed record Told(RefusalReason Whole, IReadOnlyList<ItemResult> Items)
{
    /// <summary>Why the first that was refused was refused, or none.</summary>
    public RefusalReason First => Whole != RefusalReason.None ? Whole : Items.FirstOrDefault(i => i.Reason != RefusalReason.None)?.Reason ?? RefusalReason.None;
}
