using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Tajriba.Kernel.Storage;

/// <summary>Knows how long a connection's write-ahead log was at its last commit (sqlite.org/c3ref/wal_hook.html).</summary>
internal sealed unsafe partial class WalLength : IDisposable
{
    private GCHandle self;

    /// <param name="connection">Open; closed before this is disposed of. It checkpoints by itself no more.</param>
    public WalLength(SqliteConnection connection)
    {
        self = GCHandle.Alloc(this);
        _ = Hook(connection.Handle!.DangerousGetHandle(), &Committed, GCHandle.ToIntPtr(self));
    }

    /// <summary>Pages in it, those included that the file has already.</summary>
    public int Pages { get; private set; }

    public void Dispose() => self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Committed(nint self, nint connection, nint name, int pages)
    {
        ((WalLength)GCHandle.FromIntPtr(self).Target!).Pages = pages;
        return 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_wal_hook")]
    private static partial nint Hook(nint connection, delegate* unmanaged[Cdecl]<nint, nint, nint, int, int> hook, nint argument);
}
