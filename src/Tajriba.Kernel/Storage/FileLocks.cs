using System.Security.Cryptography;
using System.Text;

namespace Tajriba.Kernel.Storage;

/// <summary>Locks as files beside a SQLite database; the operating system releases them when the process ends.</summary>
internal sealed class FileLocks(string databasePath) : INodeLocks
{
    private readonly string folder = Path.GetFullPath(databasePath) + ".locks";

    public Task<IAsyncDisposable?> TryTakeAsync(string name, CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16]);
        try
        {
            return Task.FromResult<IAsyncDisposable?>(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }
}
