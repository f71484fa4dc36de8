using System.Text.Json;
using Tajriba.Experience.Feedback.Promises;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>The forms of the house.</summary>
public sealed class FeedbackForms(FeedbackSettings settings)
{
    /// <summary>By key.</summary>
    public IReadOnlyList<FeedbackForm> All
        => [.. settings.Of(SettingKind.Form).Select(v => JsonSerializer.Deserialize<FeedbackForm>(v.Body!, FeedbackSettings.Json)!).OrderBy(f => f.Key, StringComparer.Ordinal)];

    public FeedbackForm? Find(string? key) => All.FirstOrDefault(f => f.Key == key);

    /// <summary>The form that an address leads to.</summary>
    public FeedbackForm? AtToken(string token) => All.FirstOrDefault(f => f.Token == token);
}
