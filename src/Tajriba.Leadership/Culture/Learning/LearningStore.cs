using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Leadership.Culture.Learning;

/// <summary>Who plays which part, and what they have learned. Parts are audited.</summary>
public sealed class LearningStore(IDatabase database, IAuditTrail audit)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Says which part people play.</summary>
    public Task PlaceAsync(IReadOnlyList<Learner> learners, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(learners);
        return database.WriteAsync(
            async (DbTransaction transaction, CancellationToken cancel) =>
            {
                foreach (Learner learner in learners)
                {
                    await transaction.Command(
                        """
                        INSERT INTO culture_learners (person, experience_role, unit) VALUES (@person, @role, @unit)
                        ON CONFLICT (person) DO UPDATE SET experience_role = @role, unit = @unit
                        """,
                        ("person", learner.Person), ("role", learner.Role.ToString()), ("unit", learner.Unit)).RunAsync(cancel);
                    await audit.RecordAsync(
                        transaction, "culture.learner", string.Create(CultureInfo.InvariantCulture, $"person:{learner.Person}"), JsonSerializer.Serialize(new { role = learner.Role.ToString(), unit = learner.Unit }), cancel);
                }
            },
            cancellationToken);
    }

    /// <summary>Everybody of whom it is known.</summary>
    public async Task<IReadOnlyList<Learner>> LearnersAsync(CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT person, experience_role, unit FROM culture_learners ORDER BY person")
            .ListAsync(r => new Learner(r.GetInt64(0), Enum.Parse<ExperienceRole>(r.GetString(1)), r.GetString(2)), cancellationToken);
    }

    /// <summary>Keeps that steps were done; of each the first day.</summary>
    public Task CompleteAsync(IReadOnlyList<Completion> completions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(completions);
        return database.WriteAsync(
            async (DbTransaction transaction, CancellationToken cancel) =>
            {
                foreach (Completion done in completions)
                {
                    await transaction.Command(
                        "INSERT INTO culture_completions (path_code, module_key, person, done_on) VALUES (@path, @module, @person, @on) ON CONFLICT (path_code, module_key, person) DO NOTHING",
                        ("path", done.Path), ("module", done.Module), ("person", done.Person), ("on", done.On.ToString(DayFormat, CultureInfo.InvariantCulture))).RunAsync(cancel);
                }
            },
            cancellationToken);
    }

    /// <summary>Takes back that somebody has done a step.</summary>
    public Task ReopenAsync(string path, string module, long person, CancellationToken cancellationToken = default) => database.WriteAsync(
        (DbTransaction transaction, CancellationToken cancel) => transaction.Command(
            "DELETE FROM culture_completions WHERE path_code = @path AND module_key = @module AND person = @person", ("path", path), ("module", module), ("person", person)).RunAsync(cancel),
        cancellationToken);

    /// <summary>What was done.</summary>
    /// <param name="person">Only by this person; null for everybody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Completion>> CompletionsAsync(long? person = null, CancellationToken cancellationToken = default)
    {
        await using DbConnection connection = await database.OpenAsync(cancellationToken);
        return await connection.Command(
            "SELECT path_code, module_key, person, done_on FROM culture_completions" + (person is null ? "" : " WHERE person = @person"), person is { } one ? [("person", (object?)one)] : Array.Empty<(string, object?)>())
            .ListAsync(r => new Completion(r.GetString(0), r.GetString(1), r.GetInt64(2), DateOnly.ParseExact(r.GetString(3), DayFormat, CultureInfo.InvariantCulture)), cancellationToken);
    }
}
