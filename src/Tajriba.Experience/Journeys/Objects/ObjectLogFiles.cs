using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Tajriba.Kernel.Log;
using Tajriba.Kernel.Storage;
using Tajriba.ProcessMining;

namespace Tajriba.Experience.Journeys.Objects;

/// <summary>
/// Object logs as files in the data directory, mapped into memory where they lie: what nobody looks at takes no memory, and a
/// start reads only what happened since. A file that does not belong to this log, or is damaged, is passed over.
/// </summary>
public sealed partial class ObjectLogFiles(DatabaseSettings settings, IExperienceLog log, ILogger<ObjectLogFiles> logger)
{
    /// <summary>Changes with how events are read, too: what was read otherwise is read anew.</summary>
    private const int Format = 2;

    private readonly string folder = Path.Combine(settings.DataDirectory, "journeys");

    /// <summary>The log of a type as it was kept, or null.</summary>
    public async Task<ObjectLog?> OpenAsync(string objectType, CancellationToken cancellationToken)
    {
        var (head, body) = Paths(objectType);
        if (!File.Exists(head))
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Head>(await File.ReadAllTextAsync(head, cancellationToken));
            return kept is { Format: Format } && kept.ObjectType == objectType && kept.Position <= log.Head && kept.Last == await NameOfAsync(kept.Position, cancellationToken)
                ? Map(body, kept)
                : null;
        }
        catch (Exception error) when (error is IOException or JsonException or LogFormatException or UnauthorizedAccessException)
        {
            Damaged(error, body);
            return null;
        }
    }

    /// <summary>Keeps a log and gives it as it lies in its file; itself where it could not be written.</summary>
    public async Task<ObjectLog> KeepAsync(ObjectLog objects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(objects);
        var (head, body) = Paths(objects.ObjectType);
        try
        {
            Directory.CreateDirectory(folder);
            var kept = new Head(Format, objects.ObjectType, objects.Position, await NameOfAsync(objects.Position, cancellationToken), [.. objects.Dropped.Order(StringComparer.Ordinal)]);

            // Without its head a body counts for nothing, so that a stop at any moment leaves either the old, the new or none.
            File.Delete(head);
            await using (var file = File.Create(body + ".new"))
            {
                LogSnapshot.Write(objects.Events, file);
                file.Flush(flushToDisk: true);
            }

            File.Move(body + ".new", body, overwrite: true);
            await File.WriteAllTextAsync(head + ".new", JsonSerializer.Serialize(kept), cancellationToken);
            File.Move(head + ".new", head, overwrite: true);
            return Map(body, kept);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            NotKept(error, body);
            return objects;
        }
    }

    /// <summary>Types of the logs that are kept.</summary>
    public IReadOnlyList<string> Kept()
        => Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(f => JsonSerializer.Deserialize<Head>(File.ReadAllText(f))?.ObjectType).OfType<string>()]
            : [];

    /// <summary>Forgets what is kept of a type; who has it mapped goes on reading.</summary>
    public void Drop(string objectType)
    {
        var (head, body) = Paths(objectType);
        File.Delete(head);
        File.Delete(body);
    }

    private static ObjectLog Map(string body, Head kept)
    {
        var mapped = new MappedLog(MemoryMappedFile.CreateFromFile(body, FileMode.Open, null, 0, MemoryMappedFileAccess.Read));
        return new ObjectLog(kept.ObjectType, mapped.Log, kept.Position, kept.Dropped.ToHashSet(StringComparer.Ordinal)) { Source = mapped };
    }

    /// <summary>The name that the event at a position has for ever: another database in the same place has another.</summary>
    private async Task<string> NameOfAsync(long position, CancellationToken cancellationToken)
        => await log.GetAsync([position], cancellationToken) is [var item] ? item.Source + "\n" + item.Id : "";

    private (string Head, string Body) Paths(string objectType)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(objectType)).AsSpan(0, 8));
        return (Path.Combine(folder, name + ".json"), Path.Combine(folder, name + ".log"));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kept object log {Path} is not readable and is made anew")]
    private partial void Damaged(Exception error, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The object log {Path} could not be written; it stays in memory")]
    private partial void NotKept(Exception error, string path);

    private sealed record Head(int Format, string ObjectType, long Position, string Last, IReadOnlyList<string> Dropped);
}
