namespace Tajriba.Touchpoints.Capture.Collect;

/// <summary>The product is stopping and takes nothing any more.</summary>
internal sealed class CollectClosedException : Exception;
