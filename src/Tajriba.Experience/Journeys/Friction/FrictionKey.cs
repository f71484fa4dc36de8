using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Experience.Journeys.Friction;

/// <summary>Names a friction of a journey.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Dimension">What is crossed: <c>channel</c>, <c>unit</c>, <c>employee</c>; what a contact is about: <c>event</c>, <c>subject</c>; otherwise empty.</param>
/// <param name="First">The step, the first of two steps, the place left, or the thing; empty for hand-over layers.</param>
/// <param name="Second">The second step or place, or empty.</param>
public sealed record FrictionKey(FrictionKind Kind, string Dimension, string First, string Second)
{
    /// <summary>Twelve hexadecimal digits that name it in an address; the same friction has the same in every version.</summary>
    public string Code
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\u001f{Dimension}\u001f{First}\u001f{Second}")).AsSpan(0, 6));
}
