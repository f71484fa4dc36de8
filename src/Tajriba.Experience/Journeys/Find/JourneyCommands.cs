using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Ui;

namespace Tajriba.Experience.Journeys.Find;

/// <summary>Journeys in the command palette, by their name in any of the languages; each with its frictions.</summary>
internal sealed class JourneyCommands(JourneyReader reader, ICurrentPerson person, Show show, IStringLocalizer<JourneyCommands> texts) : ICommandSource
{
    public async Task<IReadOnlyList<Command>> FindAsync(string query, string folded, int limit, CancellationToken cancellationToken)
    {
        if (!person.Can(JourneyPermissions.View))
        {
            return [];
        }

        var found = (await reader.ListAsync(cancellationToken))
            .Select(d => (Definition: d, Place: Place(d.Name, folded)))
            .Where(d => d.Place >= 0)
            .OrderBy(d => d.Place).ThenBy(d => d.Definition.Id)
            .Select(d => d.Definition);
        return [.. found.SelectMany(Of).Take(limit)];
    }

    private IEnumerable<Command> Of(JourneyDefinition definition)
    {
        var name = definition.Name.In(show.Reader.Language);
        var address = "/journeys/" + definition.Id.ToString(CultureInfo.InvariantCulture);
        yield return new Command(name, address, "route", texts["Journey"]);
        yield return new Command(name, address + "/friction", "flame", texts["Friction"]);
    }

    /// <summary>Where in the best-fitting name the text stands, or -1.</summary>
    private static int Place(LocalName name, string folded)
    {
        int[] places = [.. new[] { name.En, name.Fa, name.Ar }.OfType<string>().Select(n => Folding.Fold(n).IndexOf(folded, StringComparison.Ordinal)).Where(p => p >= 0)];
        return places.Length == 0 ? -1 : places.Min();
    }
}
