using System.Globalization;
using System.Text.Json.Nodes;
using Tajriba.Questionnaires;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>Adds and takes away lines and panels, as the buttons below them ask.</summary>
internal static class Entries
{
    public static bool TryChange(QuestionnaireRun run, string go)
    {
        if (go.StartsWith("add:", StringComparison.Ordinal) && run.Find(go[4..]) is { Enabled: true } growing)
        {
            var entries = Of(growing);
            entries.Add(new JsonObject());
            growing.Answer(entries);
            return true;
        }

        if (go.StartsWith("remove:", StringComparison.Ordinal) && go.Split(':', 3) is [_, var at, var key]
            && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && run.Find(key) is { Enabled: true } shrinking)
        {
            var entries = Of(shrinking);
            if (index < entries.Count)
            {
                entries.RemoveAt(index);
                shrinking.Answer(entries);
            }

            return true;
        }

        return false;
    }

    /// <summary>As many entries as are shown, though some hold nothing yet.</summary>
    private static JsonArray Of(ElementView view)
    {
        var entries = view.Value as JsonArray ?? [];
        while (entries.Count < view.Groups.Count)
        {
            entries.Add(new JsonObject());
        }

        return entries;
    }
}
