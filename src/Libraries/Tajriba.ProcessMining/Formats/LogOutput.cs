using System.IO.Compression;

namespace Tajriba.ProcessMining;

/// <summary>How writers open their target.</summary>
internal static class LogOutput
{
    /// <summary>A buffered stream, compressing or not; disposing it finishes the output and leaves the target open.</summary>
    public static Stream Open(Stream target, bool gzip) =>
        new BufferedStream(gzip ? new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true) : new Unclosed(target), 1 << 16);
}
