namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>An address by which the people of one unit and role come in.</summary>
/// <param name="Token">The secret part of the address.</param>
/// <param name="Campaign">Number of the assessment.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Role">From where they look.</param>
public sealed record Door(string Token, long Campaign, string Unit, AnswerRole Role)
{
    /// <summary>The address within the site.</summary>
    public string Path => "/assess/" + Token;
}
