using System.CommandLine;
using Tajriba.Host.Web;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba migrate</c>: runs the schema steps that the database lacks.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var options = new DataOptions();
        var command = new Command("migrate", "Bring the database's schema up to date.");
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var app = TajribaApplication.Build([.. options.Configuration(result)]);
            var applied = await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
            foreach (var step in applied)
            {
                Console.WriteLine(step);
            }

            Console.WriteLine(applied.Count == 0 ? "The schema is up to date." : $"{applied.Count} steps applied.");
            return 0;
        });
        return command;
    }
}
