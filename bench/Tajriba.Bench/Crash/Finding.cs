using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Bench.Collect;
using Tajriba.Kernel.Log;

namespace Tajriba.Bench.Crash;

/// <summary>What the log holds, beside what was acknowledged.</summary>
/// <param name="Acknowledged">Events that a client was told are kept.</param>
/// <param name="Stored">Events in the log.</param>
/// <param name="Lost">Acknowledged, and not in the log.</param>
/// <param name="Doubled">More than once in the log.</param>
/// <param name="Unacknowledged">In the log, and no client was told.</param>
internal sealed record Finding(long Acknowledged, long Stored, long Lost, long Doubled, long Unacknowledged)
{
    private const int Page = 20_000;

    /// <summary>Reads the whole log by the product's own interface.</summary>
    public static async Task<Finding> OfAsync(Product product, NumberSet acknowledged)
    {
        await using ServiceProvider kernel = product.Open();
        var log = kernel.GetRequiredService<IExperienceLog>();
        var stored = new NumberSet();
        long doubled = 0;
        long position = 0;
        while (await log.ReadAsync(position, Page) is { Count: > 0 } page)
        {
            doubled += page.Count(e => e.Source == Product.LogSource && !stored.Add(MessageNumber.Read(e.Id)));
            position = page[^1].Position;
        }

        long lost = acknowledged.All().Count(n => !stored.Contains(n));
        return new Finding(acknowledged.Count, stored.Count, lost, doubled, stored.All().Count(n => !acknowledged.Contains(n)));
    }

    /// <summary>What SQLite says of its file; <c>ok</c> on another store.</summary>
    public static string Integrity(Product product, bool quick)
    {
        string? file = Directory.EnumerateFiles(product.Folder, "*.db").FirstOrDefault();
        if (product.IsPostgres || file is null)
        {
            return "ok";
        }

        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = quick ? "pragma quick_check" : "pragma integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
