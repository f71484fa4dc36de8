namespace Tajriba.ProcessMining;

/// <summary>How one object's events are cut into journeys. Sets of activity names; null means every activity.</summary>
/// <param name="Belongs">Activities that take part; others are left out.</param>
/// <param name="Opens">Activities that begin a journey when none is open; null: any event that belongs.</param>
/// <param name="Closes">Activities that end the open journey, and belong to it; null: none does.</param>
/// <param name="TimeOutMicroseconds">An open journey ends when the next event comes later than this after its last one; null: never.</param>
/// <param name="OpensAnew">Whether an opening activity ends the open journey and begins the next.</param>
public sealed record JourneyRule(
    IReadOnlyList<string>? Belongs = null,
    IReadOnlyList<string>? Opens = null,
    IReadOnlyList<string>? Closes = null,
    long? TimeOutMicroseconds = null,
    bool OpensAnew = false);
