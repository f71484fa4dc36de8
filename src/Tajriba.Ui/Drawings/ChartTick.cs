namespace Tajriba.Ui.Drawings;

/// <summary>A mark on the x axis of a dotted chart.</summary>
public sealed record ChartTick(double At, string Text);
