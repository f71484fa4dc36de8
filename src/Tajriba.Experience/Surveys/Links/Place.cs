namespace Tajriba.Experience.Surveys.Links;

/// <summary>An address of a survey that everybody may have.</summary>
/// <param name="Token">What stands in the address.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Unit">Code of the unit that answers are about, or null.</param>
public sealed record Place(string Token, PlaceKind Kind, string? Unit)
{
    public string Path => (Kind == PlaceKind.Kiosk ? "/k/" : "/s/") + Token;
}
