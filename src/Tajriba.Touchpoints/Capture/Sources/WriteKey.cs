namespace Tajriba.Touchpoints.Capture.Sources;

/// <summary>A key with which a source may write; the key itself is shown once and never kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Hint">How it begins.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="RevokedAt">From when on it opens nothing; null while it does.</param>
public sealed record WriteKey(long Id, string Hint, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt);
