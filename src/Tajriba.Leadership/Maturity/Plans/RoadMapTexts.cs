namespace Tajriba.Leadership.Maturity.Plans;

/// <summary>The texts of the pages of road maps.</summary>
public sealed class RoadMapTexts;
