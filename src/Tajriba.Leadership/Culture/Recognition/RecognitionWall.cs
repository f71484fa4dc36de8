using Tajriba.Kernel.Rooms;

namespace Tajriba.Leadership.Culture.Recognition;

/// <summary>Puts what inner rooms report as reached on the wall.</summary>
internal sealed class RecognitionWall(NoteStore notes) : IRecognition
{
    private const int LongestTitle = 200;

    public Task CelebrateAsync(Achievement achievement, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(achievement);
        string title = achievement.Title.Length <= LongestTitle ? achievement.Title : achievement.Title[..LongestTitle];
        return notes.PostAsync(new(null, achievement.Person, achievement.Unit, Quality.Achievement, title, achievement.Path, achievement.Key), cancellationToken);
    }
}
