using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Tajriba.Ui.Drawings;

/// <summary>Words in a drawing: the element <c>text</c>, which Razor keeps for itself.</summary>
public sealed class DrawnText : ComponentBase
{
    [Parameter, EditorRequired] public required string Class { get; set; }

    [Parameter, EditorRequired] public required double X { get; set; }

    [Parameter, EditorRequired] public required double Y { get; set; }

    [Parameter, EditorRequired] public required string Text { get; set; }

    /// <summary>A number as SVG reads it.</summary>
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", Number(X));
        builder.AddAttribute(3, "y", Number(Y));
        builder.AddContent(4, Text);
        builder.CloseElement();
    }
}
