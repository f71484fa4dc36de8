using System.Security.Cryptography;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>SHA-256 of a file's decompressed content, and of those beginnings of it that earlier imports may have had.</summary>
internal sealed class ContentFingerprint
{
    private readonly Dictionary<long, string> beginnings = [];

    public string Hash { get; private set; } = "";

    public long Length { get; private set; }

    /// <summary>Whether the content's first bytes are an earlier content, and a line ends there.</summary>
    public bool BeginsWith(long length, string hash) => beginnings.TryGetValue(length, out string? found) && found == hash;

    /// <param name="file">The file.</param>
    /// <param name="lengths">Lengths of earlier contents.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ImportFileException">The gzip data is damaged.</exception>
    public static ContentFingerprint Of(EventFile file, IEnumerable<long> lengths, CancellationToken cancellationToken)
    {
        var result = new ContentFingerprint();
        var marks = new Queue<long>(lengths.Distinct().Order());
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using Stream content = file.OpenContent(out _);
        byte[] buffer = new byte[1 << 18];
        string? atMark = null;
        byte last = 0;
        try
        {
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                long room = marks.Count > 0 && atMark is null ? marks.Peek() - result.Length : buffer.Length;
                int read = content.Read(buffer, 0, (int)Math.Min(Math.Max(room, 1), buffer.Length));
                if (read == 0)
                {
                    break;
                }

                if (atMark is not null)
                {
                    if (last == '\n' || buffer[0] is (byte)'\n' or (byte)'\r')
                    {
                        result.beginnings[result.Length] = atMark;
                    }

                    atMark = null;
                }

                hash.AppendData(buffer, 0, read);
                last = buffer[read - 1];
                result.Length += read;
                if (marks.Count > 0 && marks.Peek() == result.Length)
                {
                    marks.Dequeue();
                    atMark = Convert.ToHexStringLower(hash.GetCurrentHash());
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new ImportFileException(e, ImportFault.GzipDamaged);
        }

        if (file.Compressed && !GzipEnd.Fits(file.Path, result.Length))
        {
            throw new ImportFileException(ImportFault.GzipCut);
        }

        result.Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        return result;
    }
}
