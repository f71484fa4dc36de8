namespace Tajriba.Experience.Surveys.Links;

/// <summary>What stands behind a token: a survey, and the way there.</summary>
/// <param name="Survey">Without its draft, which no respondent sees.</param>
/// <param name="Place">The address that everybody may have, or null.</param>
/// <param name="Link">The link of one person, or null.</param>
internal sealed record Door(Survey Survey, Place? Place, SurveyLink? Link)
{
    public string? Unit => Link is null ? Place?.Unit : Link.Unit;

    public bool IsKiosk => Place?.Kind == PlaceKind.Kiosk;
}
