using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Promises.Causes;

/// <summary>A root cause that cases are closed with.</summary>
/// <param name="Key">Its short name: a-z, 0-9 and hyphens.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Parent">Key of the group that it belongs to; null for a group, or one that stands alone.</param>
/// <param name="IsClosed">Not chosen any more; cases that have it keep it.</param>
public sealed record Cause(string Key, LocalName Title, string? Parent = null, bool IsClosed = false);
