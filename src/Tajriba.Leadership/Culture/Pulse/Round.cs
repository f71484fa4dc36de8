namespace Tajriba.Leadership.Culture.Pulse;

/// <summary>One time that the pulse is taken.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Questions">What is asked, as it stood when the round was made.</param>
/// <param name="OpensOn">First day on which it can be answered.</param>
/// <param name="ClosesOn">Last day.</param>
public sealed record Round(string Name, IReadOnlyList<PulseQuestion> Questions, DateOnly OpensOn, DateOnly ClosesOn)
{
    /// <summary>Most questions of one: it is a pulse.</summary>
    public const int MostQuestions = 15;

    /// <summary>Longest time that one may be open.</summary>
    public const int MostDays = 60;

    public bool IsOpen(DateOnly today) => today >= OpensOn && today <= ClosesOn;

    /// <summary>Whether its last day is over wherever on earth somebody may still answer.</summary>
    public bool IsOver(DateTimeOffset now) => now.UtcDateTime >= ClosesOn.AddDays(1).ToDateTime(new TimeOnly(12, 0));
}
