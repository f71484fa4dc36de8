using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A place in the list of cases, next due first.</summary>
public sealed record CaseCursor(DateTimeOffset? Due, long Id)
{
    internal long DueAt => Due is { } due ? Microseconds.Of(due) : long.MaxValue;

    /// <summary>As it stands in an address; null where it cannot be read.</summary>
    public static CaseCursor? Parse(string? text)
        => text?.Split('-') is [{ } due, { } id]
            && long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at < 253_402_300_800_000_000
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new(at == 0 ? null : Microseconds.ToTime(at), number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Due is null ? 0 : DueAt)}-{Id}");
}
