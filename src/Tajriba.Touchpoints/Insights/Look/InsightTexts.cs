namespace Tajriba.Touchpoints.Insights.Look;

/// <summary>The texts of the pages of insights.</summary>
public sealed class InsightTexts;
