using System.Globalization;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>A list of customers that somebody gives.</summary>
internal static class InvitationList
{
    private const int Most = 100_000;
    private const int LongestId = 200;

    /// <summary>One id to a line, or the first column of a CSV file.</summary>
    public static List<string> Ids(string text) =>
        [.. text.Split('\n').Select(line => line.Split(',', ';', '\t')[0].Trim().Trim('"', '\uFEFF')).Where(id => id.Length > 0 && id is not ("customer" or "customer_id" or "id"))];

    /// <summary>Whether it breaks a rule.</summary>
    public static bool Fault(IReadOnlyList<string> ids) =>
        ids.Count is 0 or > Most || ids.Any(id => string.IsNullOrWhiteSpace(id) || id.Length > LongestId || id.Any(char.IsControl));

    /// <summary>Each customer once; the same list on the same day plans nobody twice.</summary>
    public static IEnumerable<PlannedInvitation> Of(Programme programme, IReadOnlyList<string> ids, DateTimeOffset due) =>
        ids.Distinct(StringComparer.Ordinal).Where(id => Trigger.IsSampled(programme, id, null)).Select(id => new PlannedInvitation(
            programme.Id, string.Create(CultureInfo.InvariantCulture, $"list:{due:yyyy-MM-dd}:{id}"), id, null, null, null, "[]", due, due.AddDays(programme.Settings.ExpiryDays)));
}
