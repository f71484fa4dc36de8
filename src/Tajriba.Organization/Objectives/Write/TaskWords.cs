using System.Text.Json;
using Tajriba.Ui;

namespace Tajriba.Organization.Objectives.Write;

/// <summary>Words with which people begin to write down work instead of what should come of it, in three languages.</summary>
internal static class TaskWords
{
    private static readonly string[] Known = Load();

    /// <summary>Whether a title begins with one.</summary>
    public static bool Begin(string title)
    {
        string folded = Folding.Fold(title);
        return Known.Any(w => folded.StartsWith(w, StringComparison.Ordinal) && (folded.Length == w.Length || !char.IsLetter(folded[w.Length])));
    }

    private static string[] Load()
    {
        using Stream file = typeof(TaskWords).Assembly.GetManifestResourceStream("Tajriba.Organization.Objectives.Write.task-words.json")!;
        return [.. JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!.Values.SelectMany(w => w).Select(Folding.Fold)];
    }
}
