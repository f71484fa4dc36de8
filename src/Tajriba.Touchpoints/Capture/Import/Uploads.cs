using Microsoft.Extensions.Configuration;
using Tajriba.Kernel.Storage;
using Tajriba.Touchpoints.Capture.Import.Problems;
using Tajriba.Touchpoints.Capture.Import.Reading;

namespace Tajriba.Touchpoints.Capture.Import;

/// <summary>Files that came over the web, kept in the data directory under names of our own.</summary>
public sealed class Uploads(DatabaseSettings settings, IConfiguration configuration)
{
    private const int LongestName = 255;

    private readonly string folder = Path.Combine(Path.GetFullPath(settings.DataDirectory), "imports");

    /// <summary>Largest upload in bytes: <c>Tajriba:MaxUploadBytes</c>, 4 GB where not set.</summary>
    public long MaxBytes { get; } = configuration.GetValue("Tajriba:MaxUploadBytes", 4L << 30);

    /// <summary>Writes a stream to a new file and looks whether it holds events. Returns its token.</summary>
    /// <exception cref="ImportFileException">It is too large, or nothing that holds events; nothing is kept.</exception>
    public async Task<string> TakeAsync(Stream content, string fileName, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        string token = Guid.NewGuid().ToString("N");
        string path = PathOf(token);
        try
        {
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await CopyAsync(content, file, cancellationToken);
            }

            await File.WriteAllTextAsync(path + ".name", NameFor(fileName), cancellationToken);
            Look(EventFile.Open(path));
            return token;
        }
        catch
        {
            Forget(token);
            throw;
        }
    }

    /// <summary>Where a file lies, or null where the token names none.</summary>
    public string? Find(string? token) => Guid.TryParseExact(token, "N", out Guid known) && File.Exists(PathOf(known.ToString("N"))) ? PathOf(known.ToString("N")) : null;

    /// <summary>The name under which the person knew it.</summary>
    public static string NameOf(string path) => File.Exists(path + ".name") ? File.ReadAllText(path + ".name") : Path.GetFileName(path);

    public void Forget(string? token)
    {
        if (token is null)
        {
            return;
        }

        File.Delete(PathOf(token));
        File.Delete(PathOf(token) + ".name");
    }

    /// <summary>Removes an upload that was taken in whole; files that lie elsewhere are the person's own and stay.</summary>
    public void ForgetAt(string path)
    {
        if (Find(Path.GetFileName(path)) == path)
        {
            Forget(Path.GetFileName(path));
        }
    }

    /// <summary>Uploads that came before a time, finished or broken off.</summary>
    public IEnumerable<string> OlderThan(DateTimeOffset time) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder).Where(f => Path.GetExtension(f).Length == 0 && File.GetLastWriteTimeUtc(f) < time.UtcDateTime);

    /// <summary>Angle brackets are pages and pictures too: of XML the first event is read.</summary>
    private static void Look(EventFile file)
    {
        if (file.Format == FileFormat.Xes)
        {
            using RowReader rows = file.OpenRows(out _);
            rows.Read();
        }
    }

    /// <summary>A file's name for people: without its folders and without what no line of text holds, NUL above all.</summary>
    private static string NameFor(string fileName)
    {
        string name = string.Concat(Path.GetFileName(fileName).Where(c => !char.IsControl(c)));
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private string PathOf(string token) => Path.Combine(folder, token);

    private async Task CopyAsync(Stream content, Stream file, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[1 << 16];
        long length = 0;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            length += read;
            if (length > MaxBytes)
            {
                throw new ImportFileException(ImportFault.TooLarge, MaxBytes);
            }

            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }
}
