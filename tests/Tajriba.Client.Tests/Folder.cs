namespace Tajriba.Client.Tests;

/// <summary>A folder for a durable queue.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tajriba-client-").FullName;

    public string[] Files => Directory.GetFiles(Path, "*.queue").Order(StringComparer.Ordinal).ToArray();

    public long Bytes => Files.Sum(f => new FileInfo(f).Length);

    /// <summary>A folder with the same files.</summary>
    public Folder Copy()
    {
        var copy = new Folder();
        foreach (string file in Directory.GetFiles(Path))
        {
            File.Copy(file, System.IO.Path.Combine(copy.Path, System.IO.Path.GetFileName(file)));
        }

        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
