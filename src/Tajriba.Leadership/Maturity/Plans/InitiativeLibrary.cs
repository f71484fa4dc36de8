using System.Text.Json;

namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>
/// What can be done for each component of our own frame on each of three stages: to begin, to spread, to excel; and for each category
/// while it stands between two levels.
/// </summary>
public static class InitiativeLibrary
{
    private const string Folder = "Tajriba.Leadership.Maturity.Plans.Data.";
    private const double Spread = 2.5, Excel = 3.5;

    private static readonly Lazy<Dictionary<string, InitiativeIdea[]>> Read = new(() => Load<InitiativeIdea>("initiatives.json"));
    private static readonly Lazy<Dictionary<string, CategoryIdea[]>> ReadCategories = new(() => Load<CategoryIdea>("category-initiatives.json"));

    /// <summary>Keys of the components that there are ideas for.</summary>
    public static IReadOnlyCollection<string> Components => Read.Value.Keys;

    /// <summary>What helps a component at a level; null where the library does not know it.</summary>
    public static InitiativeIdea? For(string component, double level) => Read.Value.TryGetValue(component, out InitiativeIdea[]? ideas) ? ideas[StageOf(level)] : null;

    /// <summary>What is known for each category, by its key.</summary>
    public static IReadOnlyDictionary<string, CategoryIdea[]> Categories => ReadCategories.Value;

    /// <summary>What helps a category at a level; null where the library does not know it.</summary>
    public static CategoryIdea? ForCategory(string category, double level)
        => ReadCategories.Value.TryGetValue(category, out CategoryIdea[]? ideas) ? Array.Find(ideas, i => i.Fits(level)) : null;

    /// <summary>The stage that a level is on: 0, 1 or 2.</summary>
    public static int StageOf(double level) => level < Spread ? 0 : level < Excel ? 1 : 2;

    private static Dictionary<string, T[]> Load<T>(string file)
    {
        using Stream stream = typeof(InitiativeLibrary).Assembly.GetManifestResourceStream(Folder + file) ?? throw new InvalidDataException(file + " is not embedded.");
        return JsonSerializer.Deserialize<Dictionary<string, T[]>>(stream, JsonSerializerOptions.Web) ?? throw new InvalidDataException(file + " is empty.");
    }
}
