using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;

namespace Tajriba.Ui.Shell;

/// <summary>Finds pages by their names in any of the house's languages.</summary>
internal sealed class PageCommands(SiteNavigation navigation, IStringLocalizer<Layout> words) : ICommandSource
{
    public Task<IReadOnlyList<Command>> FindAsync(string query, string folded, int limit, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Command>>(
            [.. navigation.Links
                .Where(l => Names(l).Any(n => Folding.Matches(Folding.Fold(n), folded)))
                .Take(limit)
                .Select(l => new Command(l.Label, l.Href, l.Entry.Icon, words["Pages"]))]);

    private static IEnumerable<string> Names(SiteLink link)
    {
        var resources = new ResourceManager(link.Entry.Resources);
        yield return link.Label;
        foreach (var language in ReaderPreferences.Languages)
        {
            string? name;
            try
            {
                name = resources.GetString(link.Entry.LabelKey, CultureInfo.GetCultureInfo(language));
            }
            catch (MissingManifestResourceException)
            {
                yield break;
            }

            if (name is not null)
            {
                yield return name;
            }
        }
    }
}
