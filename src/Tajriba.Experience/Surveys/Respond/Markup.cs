using System.Globalization;
using System.Text;

namespace Tajriba.Experience.Surveys.Respond;

/// <summary>HTML as it grows. Whatever is not our own literal goes through <see cref="Text"/> or an attribute, which encode it.</summary>
internal sealed class Markup
{
    private readonly StringBuilder html = new(8 * 1024);

    /// <summary>Our own markup, as it stands.</summary>
    public Markup Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    /// <summary>A text between tags.</summary>
    public Markup Text(string? text)
    {
        foreach (var letter in text ?? "")
        {
            switch (letter)
            {
                case '&':
                    html.Append("&amp;");
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '>':
                    html.Append("&gt;");
                    break;
                case '"':
                    html.Append("&quot;");
                    break;
                case '\'':
                    html.Append("&#39;");
                    break;
                default:
                    html.Append(letter);
                    break;
            }
        }

        return this;
    }

    /// <summary>An attribute with its value, where there is one.</summary>
    public Markup Attribute(string name, string? value)
        => value is null ? this : Raw(" ").Raw(name).Raw("=\"").Text(value).Raw("\"");

    public Markup Attribute(string name, double value) => Attribute(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>An attribute that is there or not.</summary>
    public Markup Flag(string name, bool isSet) => isSet ? Raw(" ").Raw(name) : this;

    /// <summary>An element that holds a text alone.</summary>
    public Markup Element(string name, string? text, string? classes = null, string? id = null)
        => Raw("<").Raw(name).Attribute("class", classes).Attribute("id", id).Raw(">").Text(text).Raw("</").Raw(name).Raw(">");

    public override string ToString() => html.ToString();
}
