namespace Tajriba.Leadership.Maturity.Evidence;

/// <summary>Looks at what an inner room knows, with the eyes of the person behind the request. Registered as scoped.</summary>
public interface IEvidenceSource
{
    /// <summary>Keys of the practices that it can say anything about.</summary>
    IReadOnlyCollection<string> Practices { get; }

    /// <summary>What it says about practices; nothing where the person may not see it or there is too little to say anything.</summary>
    Task<IReadOnlyList<LiveEvidence>> LookAsync(CancellationToken cancellationToken);
}
