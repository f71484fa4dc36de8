using System.Security.Cryptography;
using System.Text;

namespace Tajriba.TextAnalysis;

/// <summary>The file of a model: a mark, its version, its classes, its weights and the SHA-256 sum of all that.</summary>
internal static class LinearModelFile
{
    private const uint Mark = 0x4D544A54;
    private const int Version = 1;
    private const int SumLength = 32;
    private const int MostClasses = 10_000;

    public static void Write(LinearModel model, Stream stream)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(model.Kind);
        writer.Write(model.MadeFrom);
        writer.Write(model.Buckets);
        writer.Write(model.Classes.Length);
        foreach (LinearClass one in model.Classes)
        {
            writer.Write(one.Label);
            writer.Write(one.Constant);
            writer.Write(one.WordUnit);
            writer.Write(one.LetterUnit);
            writer.Write(one.Slope);
            writer.Write(one.Offset);
            writer.Write(one.Threshold);
        }

        foreach (sbyte weight in model.Weights)
        {
            writer.Write(weight);
        }

        writer.Flush();
        byte[] body = buffer.ToArray();
        stream.Write(body);
        stream.Write(SHA256.HashData(body));
    }

    /// <exception cref="FormatException">It is no model, of another version or kind, or was changed.</exception>
    public static LinearModel Read(Stream stream, string kind)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        ReadOnlySpan<byte> all = buffer.ToArray();
        if (all.Length < SumLength + 8 || !SHA256.HashData(all[..^SumLength]).AsSpan().SequenceEqual(all[^SumLength..]))
        {
            throw new FormatException("This is no model, or it was damaged: its checksum is wrong.");
        }

        buffer.Position = 0;
        using var reader = new BinaryReader(buffer, Encoding.UTF8);
        if (reader.ReadUInt32() != Mark || reader.ReadInt32() != Version)
        {
            throw new FormatException("This is no model of this version.");
        }

        string found = reader.ReadString();
        if (found != kind)
        {
            throw new FormatException($"This is a model of {found}, not of {kind}.");
        }

        string madeFrom = reader.ReadString();
        int buckets = reader.ReadInt32();
        int count = reader.ReadInt32();
        if (buckets <= 0 || count is <= 0 or > MostClasses)
        {
            throw new FormatException("The sizes of this model are wrong.");
        }

        var classes = new LinearClass[count];
        for (int k = 0; k < count; k++)
        {
            classes[k] = new(reader.ReadString(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        }

        ReadOnlySpan<byte> weights = all[(int)buffer.Position..^SumLength];
        return weights.Length == (long)buckets * count
            ? new LinearModel(kind, madeFrom, buckets, classes, System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(weights).ToArray())
            : throw new FormatException("The weights of this model are not complete.");
    }
}
