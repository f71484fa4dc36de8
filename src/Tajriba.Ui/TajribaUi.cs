using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Ui.Culture;
using Tajriba.Ui.Shell;

namespace Tajriba.Ui;

/// <summary>What a host calls to have pages.</summary>
public static class TajribaUi
{
    /// <summary>Adds what pages need: components, texts, <see cref="Show"/> and <see cref="Read"/>, navigation, the palette.</summary>
    public static IServiceCollection AddTajribaUi(this IServiceCollection services, Action<TajribaUiOptions>? configure = null)
    {
        services.AddOptions<TajribaUiOptions>();
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(JavaScriptEncoder.Create(UnicodeRanges.All));
        services.AddSingleton(UrlEncoder.Default);
        services.AddHttpContextAccessor();
        services.AddResponseCompression(static options => options.EnableForHttps = true);
        services.AddLocalization();
        services.AddAntiforgery();
        services.AddRazorComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddScoped<IReaderPreferences, RequestReader>();
        services.AddScoped(static s => new Show(s.GetRequiredService<IReaderPreferences>().Current, s.GetRequiredService<TimeProvider>()));
        services.AddScoped(static s => new Read(s.GetRequiredService<IReaderPreferences>().Current));
        services.AddScoped<SiteNavigation>();
        services.AddScoped<Finder>();
        services.AddScoped<ICommandSource, PageCommands>();
        return services;
    }

    /// <summary>
    /// Maps the pages of every room (and of <paramref name="more"/> assemblies), the language and theme switches and the
    /// palette's source. Static assets are the host's: <c>MapStaticAssets</c>.
    /// </summary>
    public static RazorComponentsEndpointConventionBuilder MapTajribaUi(this IEndpointRouteBuilder routes, params IEnumerable<Assembly> more)
    {
        routes.MapCulture();
        routes.MapTheme();
        routes.MapGet("/find.json", static async (string? q, Finder finder, CancellationToken cancellationToken) => TypedResults.Ok(await finder.FindAsync(q, cancellationToken)))
            .WithName("Find")
            .WithSummary("Pages, customers and journeys that match what was typed, as far as the person may see them.")
            .ExcludeFromDescription()
            .AllowAnonymous();
        var own = typeof(TajribaUi).Assembly;
        var assemblies = routes.ServiceProvider.GetServices<Room>().Select(r => r.Assembly).Concat(more).Distinct().Where(a => a != own);
        return routes.MapRazorComponents<App>().AddAdditionalAssemblies([.. assemblies]);
    }

    /// <summary>The policy under which pages run: own scripts and styles only; style attributes are allowed, style elements and inline scripts are not.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Sends <see cref="ContentSecurityPolicy"/> and its companions with every answer, and compresses what is not yet.</summary>
    public static IApplicationBuilder UseTajribaHeaders(this IApplicationBuilder app)
        => app.UseResponseCompression().Use(static (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return next(context);
        });

    /// <summary>
    /// Sets the culture of the request: <c>CurrentCulture</c> invariant always, <c>CurrentUICulture</c> the reader's language.
    /// Stands after authentication, before endpoints.
    /// </summary>
    public static IApplicationBuilder UseTajribaCulture(this IApplicationBuilder app)
        => app.Use(static (context, next) =>
        {
            var reader = context.RequestServices.GetRequiredService<IReaderPreferences>().Current;
            Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader.Language);
            return next(context);
        });

    /// <summary>Shows a page, in the reader's language, in place of an empty error answer; to browsers only.</summary>
    public static IApplicationBuilder UseTajribaProblemPages(this IApplicationBuilder app)
        => app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true).Use(static (context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                // The page about a refused post is looked at, not posted to.
                context.Request.Method = HttpMethods.Get;
            }
            else if ((!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) || IsOfPrograms(context.Request.Method))
                && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });

    /// <summary>Browsers come to pages by reading and posting; what puts and deletes is a program.</summary>
    private static bool IsOfPrograms(string method) => !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsPost(method);
}
