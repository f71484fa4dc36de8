namespace Tajriba.Leadership.Culture.Learning;

/// <summary>Somebody has done a step of a path.</summary>
/// <param name="Path">Code of the path.</param>
/// <param name="Module">Key of the step.</param>
/// <param name="Person">Id of the person.</param>
/// <param name="On">When.</param>
public sealed record Completion(string Path, string Module, long Person, DateOnly On);
