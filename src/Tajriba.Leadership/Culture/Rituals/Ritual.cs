namespace Tajriba.Leadership.Culture.Rituals;

/// <summary>Something that people do together again and again, so that customers stay on their minds.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="What">What is done.</param>
/// <param name="Unit">Code of the unit that does it; null for the organization.</param>
/// <param name="Rhythm">How often.</param>
/// <param name="BeginsOn">The first day; the others follow from it.</param>
public sealed record Ritual(string Name, string What, string? Unit, Rhythm Rhythm, DateOnly BeginsOn)
{
    /// <summary>Days from one to the next.</summary>
    public int Every => Rhythm switch { Rhythm.Weekly => 7, Rhythm.Fortnightly => 14, _ => 28 };

    /// <summary>Its days from one day to another, both included.</summary>
    public IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        int behind = Math.Max(0, from.DayNumber - BeginsOn.DayNumber);
        for (DateOnly day = BeginsOn.AddDays((behind + Every - 1) / Every * Every); day <= to; day = day.AddDays(Every))
        {
            yield return day;
        }
    }
}
