using System.Security.Cryptography;
using System.Text.Json;

namespace Tajriba.ProcessMining;

/// <summary>
/// The head of a snapshot: magic, version, length and SHA-256 of a JSON object that names the sections with their place after it.
/// </summary>
internal sealed class SnapshotHeader
{
    public const int Fixed = 8 + 4 + 4 + 32;
    public const int Version = 1;
    public const int Alignment = 64;

    public static ReadOnlySpan<byte> Magic => "TAJLOG\r\n"u8;

    public required int Events { get; init; }

    public required int Cases { get; init; }

    public required bool InTimeOrder { get; init; }

    public required IReadOnlyList<string> SourceColumns { get; init; }

    public required IReadOnlyList<(string Name, AttributeLevel Level, AttributeType Type)> Columns { get; init; }

    public required IReadOnlyDictionary<string, (long Offset, long Bytes)> Sections { get; init; }

    public byte[] Write()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("events", Events);
            json.WriteNumber("cases", Cases);
            json.WriteBoolean("inTimeOrder", InTimeOrder);
            json.WriteStartArray("sourceColumns");
            foreach (string name in SourceColumns)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteStartArray("columns");
            foreach ((string name, AttributeLevel level, AttributeType type) in Columns)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("level", (int)level);
                json.WriteNumber("type", (int)type);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("sections");
            foreach ((string name, (long offset, long bytes)) in Sections)
            {
                json.WriteStartArray(name);
                json.WriteNumberValue(offset);
                json.WriteNumberValue(bytes);
                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        byte[] body = buffer.ToArray();
        byte[] whole = new byte[Align(Fixed + body.Length)];
        Magic.CopyTo(whole);
        BitConverter.TryWriteBytes(whole.AsSpan(8), Version);
        BitConverter.TryWriteBytes(whole.AsSpan(12), body.Length);
        SHA256.HashData(body, whole.AsSpan(16));
        body.CopyTo(whole, Fixed);
        return whole;
    }

    public static SnapshotHeader Read(ReadOnlySpan<byte> data)
    {
        if (data.Length < Fixed || !data[..8].SequenceEqual(Magic))
        {
            throw new LogFormatException("the file is not a log snapshot");
        }

        int version = BitConverter.ToInt32(data[8..]);
        if (version != Version)
        {
            throw new LogFormatException($"the snapshot has version {version}; this program reads version {Version}");
        }

        int length = BitConverter.ToInt32(data[12..]);
        if (length < 0 || length > data.Length - Fixed || !SHA256.HashData(data.Slice(Fixed, length)).AsSpan().SequenceEqual(data.Slice(16, 32)))
        {
            throw new LogFormatException("the snapshot's head is damaged");
        }

        using JsonDocument document = JsonDocument.Parse(data.Slice(Fixed, length).ToArray());
        JsonElement root = document.RootElement;
        return new SnapshotHeader
        {
            Events = root.GetProperty("events").GetInt32(),
            Cases = root.GetProperty("cases").GetInt32(),
            InTimeOrder = root.GetProperty("inTimeOrder").GetBoolean(),
            SourceColumns = [.. root.GetProperty("sourceColumns").EnumerateArray().Select(e => e.GetString()!)],
            Columns = [.. root.GetProperty("columns").EnumerateArray().Select(e => (e.GetProperty("name").GetString()!, (AttributeLevel)e.GetProperty("level").GetInt32(), (AttributeType)e.GetProperty("type").GetInt32()))],
            Sections = root.GetProperty("sections").EnumerateObject().ToDictionary(p => p.Name, p => (p.Value[0].GetInt64() + Align(Fixed + length), p.Value[1].GetInt64()), StringComparer.Ordinal),
        };
    }

    public static long Align(long at) => (at + Alignment - 1) / Alignment * Alignment;
}
