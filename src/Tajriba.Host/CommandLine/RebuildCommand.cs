using System.CommandLine;
using Tajriba.Host.Web;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.CommandLine;

/// <summary><c>tajriba rebuild [NAME]</c>: makes read models anew from the log.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "One read model; all of them without it.", Arity = ArgumentArity.ZeroOrOne };
        var options = new DataOptions();
        var command = new Command("rebuild", "Make read models anew from the log.") { name };
        options.AddTo(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            await using var app = TajribaApplication.Build([.. options.Configuration(result)]);
            await app.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
            var subscribers = app.Services.GetRequiredService<ILogSubscribers>();
            var wanted = result.GetValue(name);
            var names = subscribers.States.Select(state => state.Name).Where(known => wanted is null || known == wanted).ToList();
            if (wanted is not null && names.Count == 0)
            {
                await Console.Error.WriteLineAsync($"There is no read model {wanted}; there are {string.Join(", ", subscribers.States.Select(state => state.Name))}.");
                return CommandRunner.BadInput;
            }

            foreach (var known in names)
            {
                await subscribers.RebuildAsync(known, cancellationToken);
                Console.WriteLine(known);
            }

            return 0;
        });
        return command;
    }
}
