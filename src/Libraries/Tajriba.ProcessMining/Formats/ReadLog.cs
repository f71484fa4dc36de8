namespace Tajriba.ProcessMining;

/// <summary>What a reader made of a source.</summary>
/// <param name="Log">The log.</param>
/// <param name="Format">What the source was.</param>
/// <param name="Rejections">Rows or events left out, with reasons.</param>
public sealed record ReadLog(EventLog Log, LogFormat Format, Rejections Rejections);
