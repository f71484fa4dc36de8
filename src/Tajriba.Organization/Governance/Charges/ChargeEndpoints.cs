using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Records;
using Tajriba.Ui;

namespace Tajriba.Organization.Governance.Charges;

/// <summary>What the matrix posts to.</summary>
internal static class ChargeEndpoints
{
    private const string Address = "/governance/raci";
    private const int MostParts = 60;

    public static void MapCharges(this IEndpointRouteBuilder group) => group.MapPost("/raci/save", SaveAsync).WithName("SetGovernanceCharges");

    private static async Task<IResult> SaveAsync(IFormCollection form, GovernanceBook book, ChargeReader charges, PersonNames names, ICurrentPerson person, Read read, CancellationToken cancellationToken)
    {
        string key = form["key"].ToString();
        if ((await charges.RowsAsync(cancellationToken)).FirstOrDefault(r => r.Key == key) is not { } row || !charges.Manages(row))
        {
            return TypedResults.NotFound();
        }

        var typed = new Typed(form, read);
        HashSet<string> known = [.. (await names.ChoicesAsync(cancellationToken)).Select(c => c.Value)];
        List<Assignment.Part> parts = [.. Enum.GetValues<Charge>().SelectMany(c => typed.People(c.ToString()).Select(p => new Assignment.Part(p, c)))];

        // Whom the person may not see keeps the part that somebody else gave.
        bool IsStranger(Assignment.Part part) => !known.Contains(part.Person.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (typed.Fault is not null || parts.Count > MostParts || parts.Exists(IsStranger))
        {
            return Redirects.Wrong(PageLink.With(Address, ("edit", key)), "person");
        }

        parts.AddRange(row.Assignment.Parts.Where(IsStranger));
        return Redirects.Saved(Address, RecordKind.Charge, key, await book.SaveAsync(RecordKind.Charge, key, Redirects.Seen(form), parts.Count == 0 ? null : new Assignment(parts), person.Id, cancellationToken: cancellationToken));
    }
}
