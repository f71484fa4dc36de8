using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Log;

/// <summary>A place in the order of time and position, the same for whichever objects' events are read from there on.</summary>
public readonly record struct TimelineCursor
{
    internal TimelineCursor(long time, long position) => (Time, Position) = (time, position);

    /// <summary>Before which all events lie.</summary>
    internal static TimelineCursor End { get; } = new(long.MaxValue, long.MaxValue);

    internal long Time { get; }

    internal long Position { get; }

    /// <summary>The cursor of a page that begins with this event, or with the one before it where the object has no part in it.</summary>
    public static TimelineCursor From(DateTimeOffset time, long position) => new(Microseconds.Of(time), position + 1);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimelineCursor cursor)
    {
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        var isOne = long.TryParse(text.AsSpan(0, Math.Max(dot, 0)), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            & long.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position);
        cursor = isOne ? new TimelineCursor(time, position) : default;
        return isOne;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time}.{Position}");

    internal bool IsAfter((long Time, long Position) place) => place.CompareTo((Time, Position)) < 0;
}
