namespace Tajriba.Leadership.Maturity.Campaigns;

/// <summary>An assessment in a list.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Done">How many sheets were handed in of the units that the reader may see.</param>
public sealed record CampaignRow(Campaign Campaign, int Done);
