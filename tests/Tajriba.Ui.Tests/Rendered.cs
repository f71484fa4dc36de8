using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;

namespace Tajriba.Ui.Tests;

/// <summary>Renders a piece as the server would, for a reader, at an address.</summary>
internal static class Rendered
{
    public static async Task<IHtmlDocument> AsDocument<TComponent>(
        Dictionary<string, object?> parameters, ReaderPreferences? reader = null, string path = "/", IReadOnlyList<Room>? rooms = null, Func<Permission, bool>? can = null)
        where TComponent : IComponent
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo((reader ?? Readers.English).Language);
        await using var services = Services(reader ?? Readers.English, path, rooms ?? [], can ?? (_ => true));
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    public static ServiceProvider Services(ReaderPreferences reader, string path, IReadOnlyList<Room> rooms, Func<Permission, bool> can)
    {
        var services = WebApplication.CreateEmptyBuilder(new()).Services;
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton<IReaderPreferences>(new FixedReader(reader));
        services.AddSingleton<ICurrentPerson>(new Person(can));
        foreach (var room in rooms)
        {
            services.AddSingleton(room);
        }

        services.AddTajribaUi();
        services.AddScoped<NavigationManager>(_ => new At(path));
        return services.BuildServiceProvider();
    }

    public static RenderFragment Text(string text) => builder => builder.AddContent(0, text);

    private sealed class FixedReader(ReaderPreferences reader) : IReaderPreferences
    {
        public ReaderPreferences Current => reader;
    }

    private sealed class Person(Func<Permission, bool> can) : ICurrentPerson
    {
        public bool IsSignedIn => true;

        public long Id => 1;

        public string Name => "Sara";

        public bool Can(Permission permission) => can(permission);

        public UnitScope ScopeOf(Permission permission) => UnitScope.Everything;
    }

    private sealed class At : NavigationManager
    {
        public At(string path) => Initialize("http://site/", "http://site" + path);
    }
}
