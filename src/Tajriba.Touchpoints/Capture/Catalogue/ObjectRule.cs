namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>An event with this attribute concerns the object that its value names.</summary>
/// <param name="Attribute">Name of the attribute (<c>order_id</c>).</param>
/// <param name="ObjectType">Type of the object (<c>order</c>).</param>
public sealed record ObjectRule(string Attribute, string ObjectType);
