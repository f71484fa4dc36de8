using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Tajriba.Kernel.Access;
using Tajriba.Ui.Pieces;

namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>Whom people may thank: all who take part in this room, wherever they work, and every unit. Read anew once a minute.</summary>
public sealed class Colleagues(IServiceScopeFactory scopes, IUnits units, TimeProvider clock)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);
    private volatile Known? known;

    /// <summary>Their names by id.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(CancellationToken cancellationToken = default)
    {
        if (known is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < MaxAge)
        {
            return fresh.Names;
        }

        var names = new Dictionary<long, string>();
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        IActingPersons persons = scope.ServiceProvider.GetRequiredService<IActingPersons>();
        UnitTree tree = units.Tree;
        foreach (string? leaf in tree.All.Where(u => !tree.ChildrenOf(u).Any()).Select(u => u.Code).DefaultIfEmpty<string?>(null))
        {
            foreach (PermissionHolder holder in await persons.HoldersAsync(CulturePermissions.View, leaf, cancellationToken))
            {
                names[holder.Person.Id] = holder.Person.Name;
            }
        }

        known = new(clock.GetTimestamp(), names);
        return names;
    }

    /// <summary>Whom a person may thank, themselves left out: <c>p:7</c> a person, <c>u:care</c> a unit.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(long self, string language, string peopleGroup, string unitGroup, CancellationToken cancellationToken = default) =>
    [
        .. (await NamesAsync(cancellationToken)).Where(n => n.Key != self).OrderBy(n => n.Value, StringComparer.CurrentCultureIgnoreCase).Select(n => new Choice("p:" + n.Key.ToString(CultureInfo.InvariantCulture), n.Value, peopleGroup)),
        .. units.Tree.All.Select(u => new Choice("u:" + u.Code, u.Name.In(language), unitGroup)),
    ];

    private sealed record Known(long ReadAt, IReadOnlyDictionary<long, string> Names);
}
