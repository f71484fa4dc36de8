using System.Data.Common;
using System.Text.Json;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Settings;

internal sealed class StoredSettings(IDatabase database) : ISettings
{
    private const string Select = "select value from kernel_setting where name = @name";

    public async Task<T> GetAsync<T>(string name, T otherwise, CancellationToken cancellationToken = default)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return Value(await connection.Command(Select, ("name", name)).ScalarAsync<string>(cancellationToken), otherwise);
    }

    public async Task<T> GetAsync<T>(DbTransaction transaction, string name, T otherwise, CancellationToken cancellationToken = default)
        => Value(await transaction.Command(Select, ("name", name)).ScalarAsync<string>(cancellationToken), otherwise);

    public Task SetAsync<T>(DbTransaction transaction, string name, T value, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return transaction.Command(
            "insert into kernel_setting (name, value) values (@name, @value) on conflict (name) do update set value = excluded.value",
            ("name", name), ("value", JsonSerializer.Serialize(value, JsonSerializerOptions.Web))).RunAsync(cancellationToken);
    }

    public Task ClearAsync(DbTransaction transaction, string name, CancellationToken cancellationToken = default)
        => transaction.Command("delete from kernel_setting where name = @name", ("name", name)).RunAsync(cancellationToken);

    private static T Value<T>(string? json, T otherwise)
    {
        if (json is null)
        {
            return otherwise;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? otherwise;
        }
        catch (JsonException)
        {
            return otherwise;
        }
    }
}
