namespace Tajriba.Kernel.Log;

/// <summary>What a scan reads beyond times, codes and objects.</summary>
[Flags]
internal enum ScanParts
{
    None = 0,
    Ids = 1,
    Attributes = 2,
}
