namespace Tajriba.ProcessMining.Ocel;

/// <summary>A value of an event.</summary>
/// <param name="Name">A declared attribute of the event's type.</param>
/// <param name="Value">The value, of the declared type.</param>
public readonly record struct OcelAttribute(string Name, OcelValue Value);
