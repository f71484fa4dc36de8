using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Storage;

namespace Tajriba.Host.Tests.Access;

/// <summary>How often a request goes to the database, and which time it has to wait; what goes on in the background is not counted.</summary>
internal sealed class WorkOfRequest : IStartupFilter
{
    private readonly AsyncLocal<StrongBox<int>?> current = new();

    /// <summary>Connections and transactions of the request that has ended last.</summary>
    public int Last { get; private set; }

    /// <summary>The time, counted from 1, that the database lets a request wait; at all others it answers at once. 0 for never.</summary>
    public int WaitsAt { get; set; }

    public void Watch(IServiceCollection services)
    {
        var made = services.Last(service => service.ServiceType == typeof(IDatabase)).ImplementationFactory!;
        services.AddSingleton<IDatabase>(provider => new Database((IDatabase)made(provider), this));
        services.AddSingleton<IStartupFilter>(this);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (_, rest) =>
        {
            var count = current.Value = new StrongBox<int>();
            await rest();
            Last = count.Value;
        });
        next(app);
    };

    private Task CountAsync() => current.Value is { } count && Interlocked.Increment(ref count.Value) == WaitsAt ? Task.Delay(1) : Task.CompletedTask;

    private sealed class Database(IDatabase inner, WorkOfRequest work) : IDatabase
    {
        public DatabaseProvider Provider => inner.Provider;

        public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken = default)
        {
            await work.CountAsync();
            return await inner.OpenAsync(cancellationToken);
        }

        public async Task<T> WriteAsync<T>(Func<DbTransaction, CancellationToken, Task<T>> run, CancellationToken cancellationToken = default)
        {
            await work.CountAsync();
            return await inner.WriteAsync(run, cancellationToken);
        }
    }
}
