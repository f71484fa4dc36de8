using System.Globalization;

namespace Tajriba.Ui.Pieces;

/// <summary>Ids that tie labels to what they label within one page.</summary>
internal static class PieceId
{
    private static int last;

    public static string Next(string prefix) => prefix + "-" + ((uint)Interlocked.Increment(ref last)).ToString("x", CultureInfo.InvariantCulture);
}
