namespace Tajriba.Kernel.Log;

/// <summary>Somebody else appends for the same source at the same time; nothing of the batch was kept.</summary>
public sealed class SourceTakenException(string source) : InvalidOperationException($"Source {source} is being appended to elsewhere.");
