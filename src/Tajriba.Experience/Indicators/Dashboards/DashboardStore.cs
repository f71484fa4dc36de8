using System.Text.Json;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Experience.Indicators.Dashboards;

/// <summary>Which indicators stand on the dashboard of each role, in which order.</summary>
public sealed class DashboardStore(IDatabase database, IAuditTrail audit, TimeProvider clock)
{
    private static readonly Dictionary<string, string[]> Given = Load();

    /// <summary>Roles that have a dashboard.</summary>
    public static IReadOnlyList<string> Roles { get; } = [BuiltInRoles.Executive, BuiltInRoles.Manager, BuiltInRoles.Agent];

    /// <summary>Keys of the indicators of a role's dashboard.</summary>
    public async Task<IReadOnlyList<string>> GetAsync(string role, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.Command("SELECT body FROM indicators_dashboards WHERE role = @role", ("role", role)).ScalarAsync<string>(cancellationToken) is { } body
            ? JsonSerializer.Deserialize<string[]>(body)!
            : Given[role];
    }

    public Task SetAsync(string role, IReadOnlyList<string> keys, CancellationToken cancellationToken = default)
        => database.WriteAsync(
            async (transaction, cancel) =>
            {
                var body = JsonSerializer.Serialize(keys);
                await transaction.Command(
                    "INSERT INTO indicators_dashboards (role, body, changed_at) VALUES (@role, @body, @at) ON CONFLICT (role) DO UPDATE SET body = excluded.body, changed_at = excluded.changed_at",
                    ("role", role), ("body", body), ("at", Microseconds.Of(clock.GetUtcNow()))).RunAsync(cancel);
                await audit.RecordAsync(transaction, "indicators.dashboard", "dashboard:" + role, body, cancel);
            },
            cancellationToken);

    private static Dictionary<string, string[]> Load()
    {
        using var file = typeof(DashboardStore).Assembly.GetManifestResourceStream("Tajriba.Experience.Indicators.Dashboards.dashboards.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
    }
}
