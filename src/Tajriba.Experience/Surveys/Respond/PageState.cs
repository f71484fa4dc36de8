namespace Tajriba.Experience.Surveys.Respond;

/// <summary>How one got to a page of questions, as far as the page needs it.</summary>
internal sealed record PageState
{
    public required Manner Manner { get; init; }

    /// <summary>Number of the page among all of the definition, from 0.</summary>
    public required int PageNumber { get; init; }

    /// <summary>When the page is shown, to know later how long one took.</summary>
    public DateTimeOffset ShownAt { get; init; }

    /// <summary>Whether somebody tries the survey out.</summary>
    public bool IsTest { get; init; }

    /// <summary>Token of a round on a kiosk or in a frame, or of a browser without cookies; null where a cookie holds it.</summary>
    public string? Run { get; init; }

    /// <summary>Where a kiosk begins anew when nobody touches it; null elsewhere.</summary>
    public string? ResetPath { get; init; }

    /// <summary>Whether answers on the page decide what else stands on it.</summary>
    public bool DependsOnItself { get; init; }

    /// <summary>The same page in another language; relative, so that the address itself stands nowhere in the page.</summary>
    public string LinkIn(string language)
        => "?lang=" + language + (Manner == Manner.Frame ? "&embed=1" : "") + (Run is null ? "" : "&r=" + Run);
}
