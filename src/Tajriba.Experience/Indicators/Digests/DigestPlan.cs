namespace Tajriba.Experience.Indicators.Digests;

/// <summary>What a digest holds and when it comes.</summary>
/// <param name="Dashboard">Role whose dashboard it holds; null where <paramref name="Keys"/> name the indicators.</param>
/// <param name="Keys">Keys of the indicators, where there is no dashboard.</param>
/// <param name="Day">Day of the week on which it comes, with the last complete week; null for every day, with the last seven days.</param>
/// <param name="Hour">Hour of the organization's day, 0-23, from which on it comes.</param>
/// <param name="Address">E-mail address; null for the name by which the person signs in.</param>
public sealed record DigestPlan(string? Dashboard, IReadOnlyList<string> Keys, DayOfWeek? Day, int Hour, string? Address);
