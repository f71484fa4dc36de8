using FsCheck;
using FsCheck.Fluent;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui.Tests;

/// <summary>The readers for whom everything is tried: each language, calendar and shape of digits.</summary>
internal static class Readers
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

    public static ReaderPreferences English { get; } = ReaderPreferences.Of("en");

    public static ReaderPreferences Persian { get; } = ReaderPreferences.Of("fa");

    public static ReaderPreferences Arabic { get; } = ReaderPreferences.Of("ar");

    public static IReadOnlyList<ReaderPreferences> All { get; } =
        [.. from language in ReaderPreferences.Languages
            from calendar in Enum.GetValues<CalendarKind>()
            from digits in Enum.GetValues<DigitShapes>()
            from zone in new[] { "Etc/UTC", "Asia/Tehran", "America/New_York" }
            select new ReaderPreferences(language, calendar, digits, zone)];

    public static Show Show(this ReaderPreferences reader) => new(reader, new FixedTime(Now));

    public static Read Read(this ReaderPreferences reader) => new(reader);

    public static Gen<ReaderPreferences> Any => Gen.Elements(All.AsEnumerable());

    /// <summary>The text without invisible marks, with plain spaces.</summary>
    public static string Seen(string text) => Bidi.Strip(text).Replace('\u00a0', ' ');

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
