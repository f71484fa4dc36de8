namespace Tajriba.Experience.Feedback.Promises;

/// <summary>One version of something that the house set for feedback.</summary>
/// <param name="Key">What it is about; empty for the organization, or where there is only one.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Body">JSON; null where nothing is set any more.</param>
/// <param name="At">Since when it holds.</param>
public sealed record SettingVersion(string Key, int Version, string? Body, DateTimeOffset At);
