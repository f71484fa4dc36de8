using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Cases;
using Tajriba.Experience.Feedback.Cases.Facts;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>What comes in by forms: the fact in the log and the code under which one follows it commit together.</summary>
internal sealed class FormStore(IDatabase database, IExperienceLog log, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Tells it; gives its code, of a page that was sent before the code of then.</summary>
    public Task<string> TellAsync(FeedbackForm form, FormEntry entry, string language, CancellationToken cancellationToken = default) => database.WriteAsync(
        async (transaction, cancel) =>
        {
            DateTimeOffset now = clock.GetUtcNow();
            string code = CaseCode.New();
            if (await transaction.Command(
                "INSERT INTO feedback_form_entries (once, code, told_at) VALUES (@once, @code, @now) ON CONFLICT (once) DO NOTHING", ("once", entry.Once), ("code", code), ("now", Microseconds.Of(now))).RunAsync(cancel) == 0)
            {
                return (await transaction.Command("SELECT code FROM feedback_form_entries WHERE once = @once", ("once", entry.Once)).ScalarAsync<string>(cancel))!;
            }

            bool hasContact = entry.Email.Length > 0 || entry.CanonicalPhone is not null;
            await log.AppendAsync(
                transaction,
                [
                    new NewEvent
                    {
                        Source = CaseFacts.Source,
                        Id = "form-" + code,
                        Name = ToldTexts.Received,
                        Time = now,

                        // Somebody who says how to reach them is a customer, as far as one knows a new one; whether they are one of the known is for the room of identity to say.
                        Objects = [new(hasContact ? "customer" : "respondent", "form-" + code), new("feedback", code)],
                        Channel = "web",
                        Unit = entry.Unit,
                        Attributes = JsonSerializer.Serialize(
                            new
                            {
                                text = entry.Text,
                                kind = entry.Kind!.Value.ToString().ToLowerInvariant(),
                                rating = entry.Rating,
                                language,
                                feedback = code,
                                form = form.Key,
                                traits = !hasContact && entry.Name.Length == 0 ? null : new { name = NullIfEmpty(entry.Name), email = NullIfEmpty(entry.Email), phone = entry.CanonicalPhone, language },
                            },
                            Json),
                    },
                ],
                cancel);
            return code;
        },
        cancellationToken);

    /// <summary>When something was told by a form under a code; null where it was not.</summary>
    public async Task<DateTimeOffset?> ToldAtAsync(string code, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT told_at FROM feedback_form_entries WHERE code = @code", ("code", code)).ScalarAsync<long?>(cancellationToken) is { } at ? Microseconds.ToTime(at) : null;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
