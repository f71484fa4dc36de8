using System.Text.Json;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>What can be done for each component of our own frame on each of three stages: to begin, to spread, to excel.</summary>
public static class InitiativeLibrary
{
    private const string File = "Tajriba.Leadership.Maturity.Plans.Data.initiatives.json";
    private const double Spread = 2.5, Excel = 3.5;

    private static readonly Lazy<Dictionary<string, InitiativeIdea[]>> Read = new(Load);

    /// <summary>Keys of the components that there are ideas for.</summary>
    public static IReadOnlyCollection<string> Components => Read.Value.Keys;

    /// <summary>What helps a component at a level; null where the library does not know it.</summary>
    public static InitiativeIdea? For(string component, double level) => Read.Value.TryGetValue(component, out InitiativeIdea[]? ideas) ? ideas[StageOf(level)] : null;

    /// <summary>The stage that a level is on: 0, 1 or 2.</summary>
    public static int StageOf(double level) => level < Spread ? 0 : level < Excel ? 1 : 2;

    private static Dictionary<string, InitiativeIdea[]> Load()
    {
        using Stream stream = typeof(InitiativeLibrary).Assembly.GetManifestResourceStream(File) ?? throw new InvalidDataException(File + " is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, InitiativeIdea[]>>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException(File + " is empty.");
    }
}
