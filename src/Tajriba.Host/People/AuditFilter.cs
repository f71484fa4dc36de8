using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Host.People;

/// <summary>What the audit page's filters say, as typed.</summary>
internal static class AuditFilter
{
    public static AuditQuery Of(Read read, string? person, string? action, string? from, string? until, long? before)
        => new()
        {
            PersonId = read.Count(person),
            Action = string.IsNullOrWhiteSpace(action) ? null : action.Trim(),
            From = read.DateTime(from),

            // "Until" names a day or a minute that is still wanted.
            To = read.Date(until) is { } day ? read.StartOf(day.AddDays(1)) : read.DateTime(until)?.AddMinutes(1),
            BeforeId = before,
        };
}
