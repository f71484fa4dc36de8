using Microsoft.Extensions.Localization;
using Tajriba.Kernel.Access;
using Tajriba.Kernel.Rooms;
using Tajriba.Organization.Governance.Records;

namespace Tajriba.Organization.Governance.Policies;

/// <summary>Policies that hold for the person and that they have not acknowledged.</summary>
internal sealed class PolicyWaiting(ICurrentPerson person, GovernanceReader reader, AcknowledgementStore acknowledgements, IStringLocalizer<GovernanceTexts> texts) : IWaitingSource
{
    public async Task<IReadOnlyList<WaitingItem>> GetAsync(CancellationToken cancellationToken)
    {
        if (!person.Can(GovernancePermissions.View) || reader.Policies.Where(p => p.Value.Holds).ToList() is not { Count: > 0 } policies)
        {
            return [];
        }

        HashSet<(string, int)> read = [.. (await acknowledgements.ListAsync(person: person.Id, cancellationToken: cancellationToken)).Select(a => (a.Policy, a.Edition))];
        return [.. policies.Where(p => !read.Contains((p.Code, p.Value.Edition))).Select(p => new WaitingItem("file-check", texts["Waiting-Policy", p.Value.Title], "/governance/policies/" + p.Code))];
    }
}
