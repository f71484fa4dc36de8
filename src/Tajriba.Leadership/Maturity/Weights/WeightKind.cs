namespace Tajriba.Leadership.Maturity.Weights;

/// <summary>By what the categories of an assessment are weighed.</summary>
public enum WeightKind
{
    /// <summary>By the frame; in our own, by how often the study's interviews spoke of them.</summary>
    Frequencies,

    /// <summary>All alike.</summary>
    Equal,

    /// <summary>By comparing layers, and in each layer its components, two by two (AHP); within a component as the frame weighs.</summary>
    Comparisons,
}
