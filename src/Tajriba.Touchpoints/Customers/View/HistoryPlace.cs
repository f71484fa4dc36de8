using Microsoft.AspNetCore.Http;
using Tajriba.Kernel.Log;

namespace Tajriba.Touchpoints.Customers.View;

/// <summary>The place in a history that a page's address names.</summary>
internal static class HistoryPlace
{
    /// <exception cref="BadHttpRequestException">It names none.</exception>
    public static TimelineCursor? Read(string? before) =>
        before is null ? null
        : TimelineCursor.TryParse(before, out TimelineCursor place) ? place
        : throw new BadHttpRequestException("before is no place in a history.");
}
