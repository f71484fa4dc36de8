using System.Buffers.Binary;
using System.IO.Compression;

namespace Tajriba.Touchpoints.Capture.Import.Reading;

/// <summary>
/// Tells a gzip file that was cut off, which the decompressor takes for one that ended. The last four bytes hold the
/// length of the last member, which is the whole content in nearly every file.
/// </summary>
internal static class GzipEnd
{
    /// <param name="path">The file.</param>
    /// <param name="length">Length of its whole content as it was decompressed.</param>
    public static bool Fits(string path, long length)
    {
        using FileStream file = File.OpenRead(path);
        Span<byte> trailer = stackalloc byte[4];
        if (file.Length < 18)
        {
            return false;
        }

        file.Position = file.Length - 4;
        file.ReadExactly(trailer);
        uint said = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        return said == unchecked((uint)length) || LastMemberFits(file, said);
    }

    /// <summary>Files of several members: goes back to where the last one begins.</summary>
    private static bool LastMemberFits(FileStream file, uint said)
    {
        const int Step = 1 << 20;
        byte[] block = new byte[Step + 2];
        for (long end = file.Length; end > 0; end -= Step)
        {
            long start = Math.Max(0, end - Step);
            file.Position = start;
            int read = file.ReadAtLeast(block.AsSpan(0, (int)Math.Min(block.Length, file.Length - start)), 1, throwOnEndOfStream: false);
            for (int at = block.AsSpan(0, read).LastIndexOf((byte)0x1F); at >= 0; at = block.AsSpan(0, at).LastIndexOf((byte)0x1F))
            {
                if (at + 2 < read && block[at + 1] == 0x8B && block[at + 2] == 8 && start + at > 0 && LengthFrom(file, start + at) is { } length)
                {
                    return unchecked((uint)length) == said;
                }
            }
        }

        return false;
    }

    private static long? LengthFrom(FileStream file, long position)
    {
        try
        {
            file.Position = position;
            using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                length += read;
            }

            return length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
