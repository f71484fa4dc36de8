namespace Tajriba.Bench.Crash;

/// <summary>What a faulty disk does wrong; the numbers are those of <c>powercut.c</c>.</summary>
[Flags]
internal enum DiskFault
{
    None = 0,
    Write = 1,
    Sync = 2,

    /// <summary>Half of a failing write arrives.</summary>
    Torn = 4,

    /// <summary>The process is killed instead.</summary>
    Death = 8,
}
