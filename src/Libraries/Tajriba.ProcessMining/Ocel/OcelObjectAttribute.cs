namespace Tajriba.ProcessMining.Ocel;

/// <summary>A value of an object from a time on.</summary>
/// <param name="Name">A declared attribute of the object's type.</param>
/// <param name="Time">From when it holds; 1970-01-01T00:00:00Z for a first value.</param>
/// <param name="Value">The value, of the declared type.</param>
public readonly record struct OcelObjectAttribute(string Name, DateTimeOffset Time, OcelValue Value);
