using System.Text.Json.Serialization;
using Tajriba.Experience.Feedback.Inbox;
using Tajriba.Kernel.Access;

namespace Tajriba.Experience.Feedback.Public;

/// <summary>A form on which anybody tells something.</summary>
/// <param name="Key">Its short name: a-z, 0-9 and hyphens.</param>
/// <param name="Token">22 letters that its address ends in; whoever has them may use it.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Introduction">Some words below that; empty for none.</param>
/// <param name="Kinds">What one can choose to say; of one alone nothing is asked.</param>
/// <param name="Units">Codes of the units that one can choose from; of one alone nothing is asked, of none it is about none.</param>
/// <param name="IsOpen">Whether it takes anything.</param>
public sealed record FeedbackForm(string Key, string Token, LocalName Title, LocalName Introduction, IReadOnlyList<FeedbackKind> Kinds, IReadOnlyList<string> Units, bool IsOpen)
{
    /// <summary>The most units.</summary>
    public const int MostUnits = 500;

    /// <summary>Where it stands.</summary>
    [JsonIgnore]
    public string Path => "/f/" + Token;
}
