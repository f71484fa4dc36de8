using System.Text.Json.Serialization;

namespace Tajriba.Touchpoints.Customers.Identity;

/// <summary>What is decided of two identifiers, as the API takes it.</summary>
/// <param name="A">Number of one.</param>
/// <param name="B">Number of the other; negative for addresses and telephone numbers.</param>
/// <param name="Decision"><c>same</c>, <c>never</c> or <c>none</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record DecisionBody(long A, long B, string Decision);
