using System.Globalization;
using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Touchpoints.Customers.Directory;
using Tajriba.Ui;

namespace Tajriba.Touchpoints.Customers.Find;

/// <summary>Customers in the command palette, by the beginning of their identifier in any spelling.</summary>
internal sealed class CustomerCommands(ObjectDirectory directory, ICurrentPerson person, Show show, IStringLocalizer<CustomerCommands> texts) : ICommandSource
{
    public async Task<IReadOnlyList<Command>> FindAsync(string query, string folded, int limit, CancellationToken cancellationToken)
    {
        if (!person.Can(CustomersPermissions.View))
        {
            return [];
        }

        IReadOnlyList<DirectoryEntry> found = await directory.FindAsync("customer", query, person.ScopeOf(CustomersPermissions.View), 0, limit, cancellationToken);
        return [.. found.Select(f => new Command(f.Id, "/customers/" + f.Number.ToString(CultureInfo.InvariantCulture), "user", texts["Customer"], show.Relative(f.LastSeen)))];
    }
}
