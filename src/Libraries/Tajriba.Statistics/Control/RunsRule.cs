namespace Tajriba.Statistics;

/// <summary>Patterns that a process in control hardly ever shows; z is the distance from the centre in standard deviations.</summary>
public enum RunsRule
{
    /// <summary>Nelson 1: |z| above 3.</summary>
    Nelson1,

    /// <summary>Nelson 2: nine in a row on one side of the centre.</summary>
    Nelson2,

    /// <summary>Nelson 3: six in a row strictly rising or strictly falling.</summary>
    Nelson3,

    /// <summary>Nelson 4: fourteen in a row alternating up and down.</summary>
    Nelson4,

    /// <summary>Nelson 5: two of three beyond 2 on the same side.</summary>
    Nelson5,

    /// <summary>Nelson 6: four of five beyond 1 on the same side.</summary>
    Nelson6,

    /// <summary>Nelson 7: fifteen in a row within 1.</summary>
    Nelson7,

    /// <summary>Nelson 8: eight in a row beyond 1, on either side.</summary>
    Nelson8,

    /// <summary>Western Electric 1: |z| above 3.</summary>
    WesternElectric1,

    /// <summary>Western Electric 2: two of three beyond 2 on the same side, the last of them beyond.</summary>
    WesternElectric2,

    /// <summary>Western Electric 3: four of five beyond 1 on the same side, the last of them beyond.</summary>
    WesternElectric3,

    /// <summary>Western Electric 4: eight in a row on one side of the centre.</summary>
    WesternElectric4,
}
