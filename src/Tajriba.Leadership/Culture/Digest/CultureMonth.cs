using Tajriba.Leadership.Culture.Recognition;
using Tajriba.Leadership.Culture.Rituals;

namespace Tajriba.Leadership.Culture.Digest;

/// <summary>What was praised, reached, kept and learned in a month, as one person may see it.</summary>
/// <param name="From">Its first day, by the person's calendar.</param>
/// <param name="Next">The first day of the month after it.</param>
/// <param name="Notes">What was put on the wall.</param>
/// <param name="Days">The days of rituals that have come.</param>
/// <param name="Steps">How many steps of learning paths were completed.</param>
public sealed record CultureMonth(DateOnly From, DateOnly Next, IReadOnlyList<Note> Notes, IReadOnlyList<RitualDay> Days, int Steps)
{
    /// <summary>Thanks between colleagues.</summary>
    public IReadOnlyList<Note> Thanks => [.. Notes.Where(n => n.Quality != Quality.Achievement)];

    /// <summary>What was reached.</summary>
    public IReadOnlyList<Note> Achievements => [.. Notes.Where(n => n.Quality == Quality.Achievement)];

    /// <summary>How many days of rituals were kept.</summary>
    public int Kept => Days.Count(d => d.IsKept == true);

    /// <summary>Whether nothing happened.</summary>
    public bool IsEmpty => Notes.Count == 0 && Kept == 0 && Steps == 0;
}
