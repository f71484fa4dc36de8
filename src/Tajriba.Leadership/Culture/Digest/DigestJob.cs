using Microsoft.Extensions.Logging;
using Tajriba.Experience.Indicators.Digests;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Jobs;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Channels.Messages;
using Tajriba.Ui;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>
/// Sends the month that is over to those who want it, in the first week of the next one by their calendar; each month once, and
/// none in which nothing happened.
/// </summary>
public sealed partial class DigestJob(
    DigestStore store, MonthReader months, DigestLetters letters, DigestReaders readers, IActingPersons persons, IMessages messages, IDatabase database, TimeProvider clock, ILogger<DigestJob> logger) : IScheduledJob
{
    /// <summary>The job's name.</summary>
    public const string Name = "culture.digest";

    /// <summary>Days after the month in which it is still sent.</summary>
    private const int Days = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach ((long id, DateOnly? last) in await store.ReadersAsync(cancellationToken))
        {
            try
            {
                if (await persons.FindAsync(id, cancellationToken) is { } person && person.Can(CulturePermissions.View) && DigestReaders.IsAddress(person.UserName))
                {
                    await SendAsync(person, last, cancellationToken);
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                // One that cannot be written holds up none.
                Failed(logger, id, error);
            }
        }
    }

    private async Task SendAsync(ActingPerson person, DateOnly? last, CancellationToken cancellationToken)
    {
        ReaderPreferences reader = readers.PreferencesOf(person);
        DateOnly today = new Show(reader, clock).Today;
        CultureMonth now = await months.GetAsync(today, today, person, reader, cancellationToken);
        if (today.DayNumber - now.From.DayNumber >= Days)
        {
            return;
        }

        CultureMonth over = await months.GetAsync(now.From.AddDays(-1), today, person, reader, cancellationToken);
        if (over.IsEmpty || last >= over.From)
        {
            return;
        }

        MessageRequest letter = await letters.WriteAsync(person, over, cancellationToken);
        await database.WriteAsync(
            async (transaction, cancel) =>
            {
                if (await DigestStore.TakeAsync(transaction, person.Id, over.From, cancel))
                {
                    await messages.RequestAsync(transaction, letter, cancel);
                }
            },
            cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The month was not sent to person {Person}")]
    private static partial void Failed(ILogger logger, long person, Exception error);
}
