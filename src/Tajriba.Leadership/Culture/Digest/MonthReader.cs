using Tajriba.Experience.Indicators.Measure;
using Tajriba.Kernel.Access;
using Tajriba.Leadership.Culture.Learning;
using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Records;
using Tajriba.Leadership.Culture.Rituals;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>Reads months for whoever looks, or is written to.</summary>
public sealed class MonthReader(NoteStore notes, CultureBook book, RitualStore rituals, LearningStore learning)
{
    /// <summary>The month of a person's calendar in which a day lies.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">Today, where the person is; nothing after it counts.</param>
    /// <param name="person">Whose units decide which rituals are seen.</param>
    /// <param name="reader">How they read: their calendar and zone.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<CultureMonth> GetAsync(DateOnly day, DateOnly today, ICurrentPerson person, ReaderPreferences reader, CancellationToken cancellationToken = default)
    {
        DateOnly from = Periods.FirstDay(day, PeriodStep.Month, reader.Calendar);
        DateOnly next = Periods.FirstDay(from.AddDays(32), PeriodStep.Month, reader.Calendar);
        var read = new Read(reader);
        IReadOnlyList<RitualDay> days = await new RitualReader(book, rituals, person).DaysAsync(from, next.AddDays(-1), cancellationToken);
        return new(
            from,
            next,
            await notes.BetweenAsync(read.StartOf(from), read.StartOf(next), cancellationToken),
            [.. days.Where(d => d.On <= today)],
            (await learning.CompletionsAsync(cancellationToken: cancellationToken)).Count(c => c.On >= from && c.On < next));
    }
}
