using System.Data.Common;
using System.Text.Json;
using Tajriba.Experience.Surveys.Storage;
using Tajriba.Kernel.Log;

namespace Tajriba.Experience.Surveys.Links;

/// <summary>A link as its table keeps it.</summary>
internal sealed record SurveyLink
{
    public const string Columns =
        "id, mode, customer_id, context, objects, unit, channel, invitation_id, programme, language, single_use, expires_at, opened_at, used_at, is_test";

    public required long Id { get; init; }

    public required LinkMode Mode { get; init; }

    public string? CustomerId { get; init; }

    public string? Context { get; init; }

    public IReadOnlyList<ObjectRef> Objects { get; init; } = [];

    public string? Unit { get; init; }

    public string? Channel { get; init; }

    public string? Invitation { get; init; }

    public string? Programme { get; init; }

    public string? Language { get; init; }

    public bool SingleUse { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? UsedAt { get; init; }

    /// <summary>For trying the survey out; the answer is counted nowhere.</summary>
    public bool IsTest { get; init; }

    public static SurveyLink Read(DbDataReader reader, int from) => new()
    {
        Id = reader.GetInt64(from),
        Mode = Enum.Parse<LinkMode>(reader.GetString(from + 1), ignoreCase: true),
        CustomerId = reader.Text(from + 2),
        Context = reader.Text(from + 3),
        Objects = JsonSerializer.Deserialize<ObjectRef[]>(reader.GetString(from + 4)) ?? [],
        Unit = reader.Text(from + 5),
        Channel = reader.Text(from + 6),
        Invitation = reader.Text(from + 7),
        Programme = reader.Text(from + 8),
        Language = reader.Text(from + 9),
        SingleUse = reader.GetInt16(from + 10) != 0,
        ExpiresAt = reader.Time(from + 11),
        OpenedAt = reader.Time(from + 12),
        UsedAt = reader.Time(from + 13),
        IsTest = reader.GetInt16(from + 14) != 0,
    };
}
