using Tajriba.Kernel.Access;

namespace Tajriba.Leadership.Maturity.Frames;

/// <summary>Another frame's criteria as mixtures of the categories of one of ours, so that one assessment answers both.</summary>
/// <param name="Key">1-50 letters a-z, digits and hyphens.</param>
/// <param name="Name">What the other frame is called.</param>
/// <param name="Frame">Key of the frame whose categories are meant.</param>
/// <param name="Criteria">At least one.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record FrameMapping(string Key, LocalName Name, string Frame, IReadOnlyList<MappedCriterion> Criteria, string? Source = null);

/// <summary>One criterion of another frame.</summary>
/// <param name="Key">Its key there.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="From">What it is made of.</param>
public sealed record MappedCriterion(string Key, LocalName Name, IReadOnlyList<MappedCategory> From);

/// <summary>A part of a criterion.</summary>
/// <param name="Category">Key of our category.</param>
/// <param name="Share">How much of the criterion it is, relative to its other parts.</param>
public sealed record MappedCategory(string Category, double Share);
