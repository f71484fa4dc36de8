using Tajriba.Kernel.Access;
using Tajriba.Organization.Governance.Owners;

namespace Tajriba.Organization.Processes.Inventory;

/// <summary>Processes are what somebody answers for.</summary>
internal sealed class ProcessSource(ProcessReader reader, ICurrentPerson person) : IGovernedSource
{
    public Task<IReadOnlyList<Governed>> ListAsync(CancellationToken cancellationToken = default)
        => Task.FromResult<IReadOnlyList<Governed>>(!person.Can(ProcessPermissions.View) ? [] : [.. reader.All.Select(p => new Governed(KeyOf(p.Code), GovernedKind.Process, p.Value.Name, "/processes/" + p.Code))]);

    /// <summary>The key under which its owner is kept.</summary>
    public static string KeyOf(string code) => $"{GovernedKind.Process}:{code}";
}
