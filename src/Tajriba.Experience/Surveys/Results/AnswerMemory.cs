using System.Collections.Concurrent;
using Tajriba.Kernel.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Results;

/// <summary>The columns of the surveys whose results were looked at last. Only what came since is read when they are looked at again.</summary>
internal sealed class AnswerMemory(IDatabase database, TimeProvider clock)
{
    /// <summary>Numbers held of all surveys together; 4 bytes each.</summary>
    private const long MostCells = 100_000_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>Forgets all: the table of responses is made anew.</summary>
    public void Forget() => entries.Clear();

    /// <summary>Looks at all answers to a survey that are on record by now.</summary>
    public async Task<T> LookAsync<T>(string surveyKey, Questionnaire questionnaire, IReadOnlyList<Margin> margins, Func<AnswerColumns, T> look, CancellationToken cancellationToken)
    {
        var entry = entries.GetOrAdd(surveyKey, _ => new Entry());
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var wanted = (questionnaire, MarginText.Write(margins));
            if (entry.Columns is null || entry.Of != wanted)
            {
                entry.Columns = new AnswerColumns(surveyKey, questionnaire, margins);
                entry.Of = wanted;
            }

            await using (var connection = await database.OpenAsync(cancellationToken))
            {
                await entry.Columns.CatchUpAsync(connection, cancellationToken);
            }

            entry.UsedAt = clock.GetTimestamp();
            return look(entry.Columns);
        }
        catch
        {
            // Half a read must not be counted twice.
            entry.Columns = null;
            throw;
        }
        finally
        {
            entry.Gate.Release();
            Trim();
        }
    }

    private void Trim()
    {
        while (entries.Count > 1 && entries.Values.Sum(e => e.Columns?.Cells ?? 0) > MostCells)
        {
            entries.TryRemove(entries.MinBy(e => e.Value.UsedAt).Key, out _);
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public AnswerColumns? Columns { get; set; }

        public (Questionnaire, string) Of { get; set; }

        public long UsedAt { get; set; }
    }
}
