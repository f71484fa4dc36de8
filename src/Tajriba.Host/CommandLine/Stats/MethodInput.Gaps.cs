using System.Text.Json;

namespace Tajriba.Host.CommandLine.Stats;

internal sealed partial class MethodInput
{
    /// <summary>Numbers, null where one is missing.</summary>
    public double?[] NumbersWithGaps(string name)
        => [.. List(name, 0).Select((item, i) => item.ValueKind == JsonValueKind.Null
            ? (double?)null
            : NumberOf(item, $"{At(name)}[{i}]", double.NegativeInfinity, double.PositiveInfinity))];
}
