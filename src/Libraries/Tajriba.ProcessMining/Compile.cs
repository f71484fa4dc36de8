using System.Runtime.CompilerServices;

namespace Tajriba.ProcessMining;

/// <summary>
/// How the inner loops of readers and analyses are compiled. A file is read once: with the runtime's default, which compiles quickly first and well
/// after some thousand calls, a good part of a large file would pass through the quick version.
/// </summary>
internal static class Compile
{
    public const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;
}
