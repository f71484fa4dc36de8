using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Tajriba.Demo.Building;
using Tajriba.Demo.Group;
using Tajriba.Experience.Indicators;
using Tajriba.Host.SignIn;
using Tajriba.Kernel;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Kernel.Settings;
using Tajriba.Ui;
using Tajriba.Ui.Culture;

namespace Tajriba.Host.Web;

/// <summary>The web application: kernel, pages and rooms put together.</summary>
internal static class TajribaApplication
{
    /// <param name="configuration"><c>--key=value</c> pairs, which win over files and environment.</param>
    public static WebApplication Build(string[] configuration)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = configuration,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.ConfigureKestrel((context, kestrel) => (context.Configuration.GetSection("Tajriba:Limits").Get<ConnectionLimits>() ?? new()).ApplyTo(kestrel));

        // The framework's own request lines would write one-time links into the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // It warns on every page with a form that it forbids caching, which we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddPlainLines();
        if (builder.Configuration.GetValue<bool>("Tajriba:Demo"))
        {
            // The group whose life the demo tells lives by its own days, wherever the machine stands.
            builder.Configuration[IndicatorsRoom.ZoneSetting] ??= DemoGroup.Zone;
        }

        builder.Services.AddTajribaKernel(builder.Configuration, TajribaRooms.All);
        builder.Services.AddTajribaUi();
        if (builder.Configuration.GetValue<bool>("Tajriba:Demo"))
        {
            builder.Services.AddLivingDemo();
        }

        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "tajriba.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = NameMember);
        builder.Services.AddResponseCompression();
        builder.Services.AddOpenApi("tajriba");
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, builder.Configuration["Tajriba:TrustedProxies"]));

        var app = builder.Build();
        app.UseOneFraming();
        app.UseForwardedHeaders();
        app.MapWhen(static context => context.GetEndpoint()?.Metadata.GetMetadata<MachineRoute>() is not null, ServeMachines);
        app.UseHsts();
        app.UseTajribaHeaders();
        app.UseTajribaProblemPages();
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments("/api") && !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal),
            static api => api.UseStatusCodePages()); // An empty error answer becomes problem details.
        app.UseExceptionHandler(Exceptions);
        app.UseNulGuard();
        app.UseResponseCompression();
        app.UseCrossSiteGuard();
        app.UseCors();
        app.UseAuthentication();
        app.UseTajribaCulture();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseFormGuard();
        app.MapStaticAssets().AllowAnonymous();
        app.MapTajribaRooms();
        app.MapTajribaUi();
        app.MapOpenApi("/api/{documentName}.json");
        return app;
    }

    /// <summary>The framework throws what a bad request deserves; it is the caller's fault, not ours.</summary>
    private static ExceptionHandlerOptions Exceptions => new()
    {
        StatusCodeSelector = CallerFaults.StatusOf,

        // Nor does it belong into our log, with what the caller sent in its message.
        SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
    };

    /// <summary>Routes for machines alone: headers, errors and cross-origin rules, then their endpoint.</summary>
    private static void ServeMachines(IApplicationBuilder machines)
    {
        machines.UseTajribaHeaders();
        machines.UseExceptionHandler(Exceptions);
        machines.UseCors();
        machines.Run(static context => context.GetEndpoint()!.RequestDelegate!(context));
    }

    /// <summary>Serves until told to stop; prints the address and, where asked, the administrator's link once it listens.</summary>
    public static async Task ServeAsync(WebApplication app, CancellationToken stopping = default)
    {
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        if (addresses?.FirstOrDefault() is { } address)
        {
            await GreetAsync(app, app.Services.GetRequiredService<PublicAddress>().Configured ?? new Uri(address));
        }

        await app.WaitForShutdownAsync(stopping);
    }

    private static async Task GreetAsync(WebApplication app, Uri address)
    {
        Console.WriteLine($"Tajriba answers at {address}");
        var link = app.Services.GetRequiredService<AdministratorLink>();
        if (app.Configuration.GetValue<bool>("Tajriba:PrintLink") || await link.IsNeededAsync())
        {
            Console.WriteLine($"Sign in once, within a day: {await link.CreateAsync(address)}");
        }
    }

    /// <summary>A JSON body that cannot be read: says where.</summary>
    private static void NameMember(ProblemDetailsContext context)
    {
        if (context.Exception is BadHttpRequestException { InnerException: JsonException { Path: { } path } })
        {
            context.ProblemDetails.Detail = $"The body cannot be read at '{path}'.";
        }
    }

    /// <summary>Only what a named proxy says about the caller counts.</summary>
    private static void Trust(ForwardedHeadersOptions options, string? proxies)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in (proxies ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            options.KnownProxies.Add(IPAddress.Parse(proxy));
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        }
    }
}
