using System.Globalization;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Cases;

/// <summary>A place in a list of cases.</summary>
/// <param name="At">By what they are in order: when the next promise is due, null for those without one; or when they were opened.</param>
/// <param name="Id">Number of the case.</param>
public sealed record CaseCursor(DateTimeOffset? At, long Id)
{
    internal long Key => At is { } at ? Microseconds.Of(at) : long.MaxValue;

    /// <summary>As it stands in an address; null where it cannot be read.</summary>
    public static CaseCursor? Parse(string? text)
        => text?.Split('-') is [{ } key, { } id]
            && long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out long at) && at < 253_402_300_800_000_000
            && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new(at == 0 ? null : Microseconds.ToTime(at), number)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(At is null ? 0 : Key)}-{Id}");
}
