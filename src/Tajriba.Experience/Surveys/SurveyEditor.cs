using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Surveys.Links;
using Tajriba.Experience.Surveys.Results;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys;

/// <summary>Makes, changes, publishes and ends surveys; every change is audited. Methods give null when done, else what was wrong.</summary>
public sealed class SurveyEditor(IDatabase database, SurveyStore store, Doors doors, IAuditTrail audit, ICurrentPerson person, TimeProvider clock)
{
    public const int MaxTitle = 200;

    /// <summary>Makes a survey whose draft is the definition.</summary>
    /// <param name="key">What events and addresses call it.</param>
    /// <param name="name">What people call it; as the definition is titled where null.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="definition">SurveyJS JSON.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SurveyError?> CreateAsync(string key, LocalName? name, string topic, string definition, CancellationToken cancellationToken = default)
    {
        if (DefinitionFault(definition) is { } bad)
        {
            return bad;
        }

        name ??= NameOf(Questionnaire.Parse(definition));
        if (Fault(name, topic) is { } fault)
        {
            return fault;
        }

        if (!SurveyKey.IsOne(key))
        {
            return new SurveyError.BadKey();
        }

        return await database.WriteAsync<SurveyError?>(
            async (transaction, cancel) =>
            {
                var id = await transaction.Command(
                    """
                    INSERT INTO surveys_surveys (survey_key, title, titles, topic, state, draft, draft_at, draft_by, made_at)
                    VALUES (@key, @title, @titles, @topic, 'draft', @draft, @now, @by, @now) ON CONFLICT (survey_key) DO NOTHING RETURNING id
                    """,
                    ("key", key), ("title", name.En.Trim()), ("titles", Others(name)), ("topic", topic), ("draft", definition), ("now", Now), ("by", By)).ScalarAsync<long?>(cancel);
                if (id is null)
                {
                    return new SurveyError.KeyTaken();
                }

                await transaction.Command(
                    "INSERT INTO surveys_places (token, survey_id, kind, unit) VALUES (@token, @id, 'web', '')", ("token", Token.New()), ("id", id)).RunAsync(cancel);
                await audit.RecordAsync(transaction, "surveys.create", Subject(key), cancellationToken: cancel);
                return null;
            },
            cancellationToken);
    }

    /// <summary>Keeps a definition to be published later.</summary>
    public async Task<SurveyError?> SaveDraftAsync(string key, string definition, CancellationToken cancellationToken = default)
        => DefinitionFault(definition)
            ?? await WriteAsync(key, "surveys.draft", "draft = @draft, draft_at = @now, draft_by = @by", cancellationToken, ("draft", definition), ("by", By));

    /// <summary>Throws the draft away; the version that is asked stays.</summary>
    public Task<SurveyError?> DiscardDraftAsync(string key, CancellationToken cancellationToken = default)
        => WriteAsync(key, "surveys.discard", "draft = NULL, draft_at = NULL, draft_by = NULL", "AND version > 0", cancellationToken);

    /// <summary>Makes the draft the next version and asks it from now on. Who has begun an earlier one ends that.</summary>
    public async Task<SurveyError?> PublishAsync(string key, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(key, cancellationToken) is not { } survey)
        {
            return new SurveyError.NotFound();
        }

        if (survey.Draft is not { } draft)
        {
            return new SurveyError.Nothing();
        }

        if (DefinitionFault(draft) is { } bad)
        {
            return bad;
        }

        return await WriteAsync(
            key,
            "surveys.publish",
            "version = version + 1, state = 'open', draft = NULL, draft_at = NULL, draft_by = NULL",
            "AND draft = @draft",
            cancellationToken,
            async (transaction, cancel) =>
                await transaction.Command(
                    """
                    INSERT INTO surveys_versions (survey_id, version, body, published_at, published_by)
                    SELECT id, version, @draft, @now, @by FROM surveys_surveys WHERE id = @id
                    """,
                    ("id", survey.Id), ("draft", draft), ("now", Now), ("by", By)).RunAsync(cancel),
            ("draft", draft));
    }

    /// <summary>Puts an earlier version into the draft, to publish it again or to go on from it.</summary>
    public async Task<SurveyError?> TakeUpAsync(string key, int version, CancellationToken cancellationToken = default)
        => await store.FindAsync(key, cancellationToken) is { } survey && await store.VersionAsync(survey.Id, version, cancellationToken) is { } earlier
            ? await SaveDraftAsync(key, earlier.Body, cancellationToken)
            : new SurveyError.NotFound();

    /// <summary>Takes no more answers.</summary>
    public Task<SurveyError?> CloseAsync(string key, CancellationToken cancellationToken = default)
        => WriteAsync(key, "surveys.close", "state = 'closed'", "AND state = 'open'", cancellationToken);

    /// <summary>Takes answers again.</summary>
    public Task<SurveyError?> OpenAsync(string key, CancellationToken cancellationToken = default)
        => WriteAsync(key, "surveys.open", "state = 'open'", "AND state = 'closed' AND version > 0", cancellationToken);

    public async Task<SurveyError?> SettleAsync(
        string key, LocalName name, string topic, IReadOnlyList<string> origins, IReadOnlyList<Margin> margins, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(origins);
        ArgumentNullException.ThrowIfNull(margins);
        if (Fault(name, topic) is { } fault)
        {
            return fault;
        }

        if (origins.FirstOrDefault(o => !Origin.IsOne(o)) is { } bad || (bad = origins.Count > Origin.Most ? origins[Origin.Most] : null) is not null)
        {
            return new SurveyError.BadOrigin(bad);
        }

        return await WriteAsync(
            key, "surveys.settings", "title = @title, titles = @titles, topic = @topic, origins = @origins, margins = @margins", cancellationToken,
            ("title", name.En.Trim()), ("titles", Others(name)), ("topic", topic), ("origins", JsonSerializer.Serialize(origins)), ("margins", JsonSerializer.Serialize(margins)));
    }

    /// <summary>Takes a survey away; its answers stay in the log and <see cref="RestoreAsync"/> brings it back.</summary>
    public Task<SurveyError?> DeleteAsync(string key, CancellationToken cancellationToken = default)
        => WriteAsync(key, "surveys.delete", "deleted_at = @now", cancellationToken);

    public Task<SurveyError?> RestoreAsync(string key, CancellationToken cancellationToken = default)
        => ChangeAsync(key, "surveys.restore", "deleted_at = NULL", "AND deleted_at IS NOT NULL", null, cancellationToken);

    /// <summary>What is wrong with a definition, or null.</summary>
    public static SurveyError? DefinitionFault(string definition)
    {
        try
        {
            Questionnaire.Parse(definition);
            return null;
        }
        catch (QuestionnaireException e)
        {
            return new SurveyError.BadDefinition(e.Faults);
        }
    }

    private long Now => Microseconds.Of(clock.GetUtcNow());

    private string By => person.IsSignedIn ? person.Name : "";

    private static string Subject(string key) => "survey:" + key;

    /// <summary>What a definition is titled, as a name; empty where it has no title.</summary>
    public static LocalName NameOf(Questionnaire questionnaire)
    {
        ArgumentNullException.ThrowIfNull(questionnaire);
        var title = questionnaire.Title;
        return new(title?.For("en").Trim() ?? "", title?.Has("fa") == true ? title.For("fa").Trim() : null, title?.Has("ar") == true ? title.For("ar").Trim() : null);
    }

    private static string Others(LocalName name) => JsonSerializer.Serialize(new Titles(Filled(name.Fa), Filled(name.Ar)));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static SurveyError? Fault(LocalName name, string topic)
        => string.IsNullOrWhiteSpace(name.En) || new[] { name.En, name.Fa, name.Ar }.Any(t => t is not null && (t.Length > MaxTitle || t.Any(char.IsControl))) ? new SurveyError.BadTitle()
            : !SurveyKey.IsOne(topic) ? new SurveyError.BadTopic()
            : null;

    private Task<SurveyError?> WriteAsync(string key, string action, string assignments, CancellationToken cancellationToken, params (string Name, object? Value)[] values)
        => WriteAsync(key, action, assignments, "", cancellationToken, null, values);

    private Task<SurveyError?> WriteAsync(string key, string action, string assignments, string condition, CancellationToken cancellationToken)
        => WriteAsync(key, action, assignments, condition, cancellationToken, null);

    private Task<SurveyError?> WriteAsync(
        string key, string action, string assignments, string condition, CancellationToken cancellationToken,
        Func<DbTransaction, CancellationToken, Task>? then, params (string Name, object? Value)[] values)
        => ChangeAsync(key, action, assignments, "AND deleted_at IS NULL " + condition, then, cancellationToken, values);

    private async Task<SurveyError?> ChangeAsync(
        string key, string action, string assignments, string condition, Func<DbTransaction, CancellationToken, Task>? then, CancellationToken cancellationToken,
        params (string Name, object? Value)[] values)
    {
        var changed = await database.WriteAsync(
            async (transaction, cancel) =>
            {
                (string, object?)[] all = [("key", key), ("now", Now), .. values];
                if (await transaction.Command($"UPDATE surveys_surveys SET {assignments} WHERE survey_key = @key {condition}", all).RunAsync(cancel) == 0)
                {
                    return false;
                }

                if (then is not null)
                {
                    await then(transaction, cancel);
                }

                await audit.RecordAsync(transaction, action, Subject(key), cancellationToken: cancel);
                transaction.OnCommitted(doors.Forget);
                return true;
            },
            cancellationToken);
        return changed ? null : await store.FindAsync(key, cancellationToken) is null ? new SurveyError.NotFound() : new SurveyError.Nothing();
    }
}
