namespace Tajriba.Client;

/// <summary>What a client has done since it was made.</summary>
/// <param name="Taken">Messages that callers gave.</param>
/// <param name="Recovered">Messages found in the durable queue at the start.</param>
/// <param name="Delivered">Messages that the server has acknowledged.</param>
/// <param name="Dropped">Messages that will not be delivered.</param>
/// <param name="Retries">Attempts that failed and were made again.</param>
/// <param name="Waiting">Messages that wait or are on their way.</param>
/// <param name="DamagedBytes">Bytes of the durable queue that could not be read; those after a torn end among them.</param>
public readonly record struct ClientCounts(long Taken, long Recovered, long Delivered, long Dropped, long Retries, long Waiting, long DamagedBytes);
