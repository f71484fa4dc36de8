namespace Tajriba.Organization.Governance.Decisions;

/// <summary>A page of the product that shows what a decision rests on.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Path">Its address within the product.</param>
public sealed record Evidence(string Title, string Path);
