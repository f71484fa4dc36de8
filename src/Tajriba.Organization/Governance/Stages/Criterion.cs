namespace Tajriba.Organization.Governance.Stages;

/// <summary>What has to be so before the organization moves on from a stage.</summary>
/// <param name="Key">Its short name.</param>
/// <param name="Stage">The stage that it ends.</param>
/// <param name="Measured">How far it is, where the product knows; null where people say so.</param>
/// <param name="Wanted">How far it has to be.</param>
/// <param name="IsShare">Whether both are shares.</param>
/// <param name="IsMet">Whether it is met.</param>
public sealed record Criterion(string Key, OperatingStage Stage, double? Measured, double Wanted, bool IsShare, bool IsMet)
{
    /// <summary>One that the product knows.</summary>
    public static Criterion Known(string key, OperatingStage stage, double measured, double wanted, bool isShare = false)
        => new(key, stage, measured, wanted, isShare, measured >= wanted);

    /// <summary>One that people say is met.</summary>
    public static Criterion Said(string key, OperatingStage stage, OperatingModel model) => new(key, stage, null, 1, false, model.Met.Contains(key, StringComparer.Ordinal));
}
