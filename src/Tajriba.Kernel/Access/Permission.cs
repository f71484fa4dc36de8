namespace Tajriba.Kernel.Access;

/// <summary>A thing a person may do, named <c>room.verb</c> (<c>journeys.view</c>).</summary>
/// <param name="Id">Stable identifier, stored in roles.</param>
public sealed record Permission(string Id)
{
    public override string ToString() => Id;
}
