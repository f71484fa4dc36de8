using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Storage;

namespace Tajriba.Kernel.Tests.Access;

public sealed class SqliteKeyTests() : KeyTests(DatabaseProvider.Sqlite);

public sealed class PostgresKeyTests() : KeyTests(DatabaseProvider.Postgres);

/// <summary>A stolen copy of the database signs nobody in.</summary>
public abstract class KeyTests(DatabaseProvider provider)
{
    [SkippableFact]
    public async Task Keys_lie_sealed_in_the_database_and_a_restart_opens_them()
    {
        await using var database = await TestDatabase.CreateAsync(provider, [new AccessRoom()]);
        var text = Protector(database.Services).Protect("secret");
        var stored = await KeysAsync(database);
        Assert.Contains("<sealed ", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", stored, StringComparison.OrdinalIgnoreCase);
        await using var restarted = database.Open([new AccessRoom()]);
        Assert.Equal("secret", Protector(restarted).Unprotect(text));
        await Check(restarted).StartingAsync(default);
    }

    [SkippableFact]
    public async Task Keys_from_before_they_were_sealed_are_still_read()
    {
        await using var database = await TestDatabase.CreateAsync(
            provider, [new AccessRoom()], services => services.PostConfigure<KeyManagementOptions>(options => options.XmlEncryptor = null));
        var text = Protector(database.Services).Protect("secret");
        Assert.Contains("masterKey", await KeysAsync(database), StringComparison.OrdinalIgnoreCase);
        await using var restarted = database.Open([new AccessRoom()]);
        await Check(restarted).StartingAsync(default);
        Assert.Equal("secret", Protector(restarted).Unprotect(text));
    }

    [SkippableFact]
    public async Task A_node_with_another_secret_does_not_start()
    {
        await using var database = await TestDatabase.CreateAsync(provider, [new AccessRoom()]);
        Protector(database.Services).Protect("secret");
        await using var stranger = database.Open([new AccessRoom()], services => services.AddSingleton(Secret(("Tajriba:Key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))))));
        var refused = await Assert.ThrowsAsync<KeySecretException>(() => Check(stranger).StartingAsync(default));
        Assert.Contains("Tajriba:Key", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_is_made_once_and_is_its_owners_alone()
    {
        var folder = Directory.CreateTempSubdirectory("tajriba-key-").FullName;
        try
        {
            var path = Path.Combine(folder, "deeper", "the.key");
            var secrets = new KeySecret[8];
            Parallel.For(0, secrets.Length, i => secrets[i] = Secret(("Tajriba:KeyFile", path)));
            Assert.Single(secrets.Select(secret => secret.Mark).Distinct());
            Assert.Equal(path, Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!)));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
            }

            var bytes = secrets[0].Seal("متن");
            Assert.Equal("متن", secrets[1].Open(bytes));
            bytes[^1] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => secrets[0].Open(bytes));
            Assert.ThrowsAny<CryptographicException>(() => secrets[0].Open(bytes.AsSpan(0, 5)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_a_start_left_that_was_cut_off_is_cleared_away()
    {
        var folder = Directory.CreateTempSubdirectory("tajriba-key-").FullName;
        try
        {
            var path = Path.Combine(folder, "the.key");
            File.WriteAllText(path + ".new", "");
            File.WriteAllText(path + ".4f1c.new", "half");
            var mark = Secret(("Tajriba:KeyFile", path)).Mark;
            Assert.Equal(path, Assert.Single(Directory.GetFiles(folder)));

            File.WriteAllText(path + ".91ab.new", "half");
            Assert.Equal(mark, Secret(("Tajriba:KeyFile", path)).Mark);
            Assert.Equal(path, Assert.Single(Directory.GetFiles(folder)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_secret_is_refused_by_name(string given)
        => Assert.Contains("Tajriba:Key", Assert.Throws<KeySecretException>(() => Secret(("Tajriba:Key", given))).Message, StringComparison.Ordinal);

    private static KeySecret Secret(params (string Name, string Value)[] settings)
        => KeySecret.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build(),
            new DatabaseSettings(DatabaseProvider.Sqlite, "", ""));

    private static KeyCheck Check(IServiceProvider services) => new(services.GetRequiredService<IDatabase>(), services.GetRequiredService<KeySecret>());

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static async Task<string> KeysAsync(TestDatabase database)
    {
        await using var connection = await database.Get<IDatabase>().OpenAsync();
        return string.Join('\n', await connection.Command("SELECT xml FROM access_keys").ListAsync(row => row.GetString(0), default));
    }
}
