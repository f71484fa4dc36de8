using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Touchpoints.Capture.Catalogue;
using Tajriba.Touchpoints.Capture.Import;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Capture.Waiting;

/// <summary>Imports that failed or were stopped, and events that nobody has named in the reader's language.</summary>
internal sealed class CaptureWaiting(
    ICurrentPerson person, ImportStore imports, IEventCatalogue catalogue, Show show, IStringLocalizer<CaptureWaiting> texts) : IWaitingSource
{
    private const int Recent = 20;

    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        var waiting = new List<WaitingItem>();
        if (person.ScopeOf(CapturePermissions.Import).IsEverything)
        {
            var halted = (await imports.ListAsync(Recent, cancellationToken)).Where(import => import.State is ImportState.Failed or ImportState.Stopped);
            waiting.AddRange(halted.Select(import => new WaitingItem(
                "file-import", texts["Halted", import.FileName], "/import/" + import.Id.ToString(CultureInfo.InvariantCulture))));
        }

        if (person.Can(CapturePermissions.CatalogueEdit) && catalogue.All.Count(IsUnnamed) is > 0 and var unnamed)
        {
            waiting.Add(new WaitingItem("list-details", show.Plural(unnamed, texts["Unnamed"]), "/events"));
        }

        return waiting;
    }

    private bool IsUnnamed(CatalogueEntry entry)
        => !entry.Hidden && entry.Count > 0 && string.IsNullOrEmpty(show.Reader.Language switch
        {
            "fa" => entry.Persian,
            "ar" => entry.Arabic,
            _ => entry.English,
        });
}
