namespace Tajriba.Kernel.Log;

/// <summary>One object that an event concerns, as OCEL 2.0 has it.</summary>
/// <param name="Type">Object type: <c>customer</c>, <c>case</c>, <c>order</c>, <c>employee</c>, <c>unit</c>, <c>session</c>, ...</param>
/// <param name="Id">The identifier in the source's own words; unique within the type.</param>
/// <param name="Qualifier">The object's part in the event (<c>buyer</c>), or empty.</param>
public readonly record struct ObjectRef(string Type, string Id, string Qualifier = "");
