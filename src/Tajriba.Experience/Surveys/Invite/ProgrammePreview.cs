using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Touchpoints.Channels.Messages.Attention;

namespace Tajriba.Experience.Surveys.Invite;

/// <summary>Tells whom a programme would ask now and whom not, by the rules that hold now. Nothing is written.</summary>
internal sealed class ProgrammePreview(Population population, PersonTraits people, IMessages messages, IDatabase database, TimeProvider clock)
{
    public const int Most = 1000;

    /// <summary>Of a programme by event or schedule it looks at those with the event within its days; of a list at those of the list.</summary>
    public async Task<Preview> OfAsync(Programme programme, IReadOnlyList<string>? list, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var settings = programme.Settings;
        List<(string Customer, string? Stratum)> all = list is not null
            ? [.. list.Distinct(StringComparer.Ordinal).Select(id => (id, (string?)null))]
            : [.. (await population.OfAsync(settings, now, cancellationToken)).Select(e => (Trigger.CustomerOf(e)!, Trigger.StratumOf(settings, e)))];
        var drawn = all.Where(one => Trigger.IsSampled(programme, one.Customer, one.Stratum)).Select(one => one.Customer).Distinct(StringComparer.Ordinal).ToList();
        var reasons = new Dictionary<string, long>(StringComparer.Ordinal);
        var asked = 0;
        foreach (var customer in drawn.Take(Most))
        {
            var known = await people.OfAsync(customer, cancellationToken);
            var reason = !settings.FitsPerson(known.Traits) ? InviteReasons.OtherSegment
                : settings.MostPerDay <= asked ? InviteReasons.DayFull
                : await JudgeAsync(programme, customer, known, now, cancellationToken);
            if (reason is null)
            {
                asked++;
            }
            else
            {
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
            }
        }

        return new Preview(all.Count, all.Count - drawn.Count, Math.Min(drawn.Count, Most), asked, [.. reasons.OrderByDescending(r => r.Value).Select(r => (r.Key, r.Value))]);
    }

    private Task<string?> JudgeAsync(Programme programme, string customer, KnownTraits known, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        (transaction, cancel) => messages.JudgeAsync(
            transaction,
            new MessageRequest
            {
                CustomerId = customer, Purpose = "survey", Topic = programme.Settings.Topic, Channels = programme.Settings.Channels, IdempotencyKey = "preview", Programme = programme.Key,
                Texts = [.. programme.Settings.Texts.Select(t => new MessageText(t.Language, t.Subject, t.Plain, null, t.Short))], TimeZone = known.TimeZone,
                NotAfter = now.AddDays(programme.Settings.ExpiryDays),
            },
            cancel),
        cancellationToken);
}
