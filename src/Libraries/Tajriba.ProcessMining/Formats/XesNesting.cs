using System.Runtime.CompilerServices;
using System.Text;

namespace Tajriba.ProcessMining;

/// <summary>Keeps which elements are open and refuses what is not well-formed, or stands where XES does not allow it.</summary>
internal sealed class XesNesting(XmlScanner scanner)
{
    private readonly List<(XesElement Element, string? Name)> _open = [];
    private bool _any;

    /// <summary>The innermost open element; <see cref="XesElement.Other"/> outside the root.</summary>
    public XesElement Innermost => _open.Count == 0 ? XesElement.Other : _open[^1].Element;

    /// <summary>Takes the opening or empty tag on which the scanner stands.</summary>
    [MethodImpl(Compile.AtOnce)]
    public XesElement Open(bool empty)
    {
        _any = true;
        ReadOnlySpan<byte> name = scanner.Name;
        XesElement element = XesElements.Of(name);
        if (_open.Count == 0 && element != XesElement.Log)
        {
            throw new LogFormatException(scanner.Line, $"the root element is <{Encoding.UTF8.GetString(name)}>, not <log>");
        }

        bool misplaced = element switch
        {
            XesElement.Trace => Innermost != XesElement.Log,
            XesElement.Event => Innermost is not (XesElement.Trace or XesElement.Log),
            _ => false,
        };
        if (misplaced)
        {
            throw new LogFormatException(scanner.Line, $"<{Encoding.UTF8.GetString(name)}> stands inside <{NameOf(_open[^1])}>");
        }

        if (!empty)
        {
            _open.Add((element, element == XesElement.Other ? Encoding.UTF8.GetString(name) : null));
        }

        return element;
    }

    /// <summary>Takes the closing tag on which the scanner stands.</summary>
    [MethodImpl(Compile.AtOnce)]
    public XesElement Close()
    {
        ReadOnlySpan<byte> name = scanner.Name;
        if (_open.Count == 0)
        {
            throw new LogFormatException(scanner.Line, $"</{Encoding.UTF8.GetString(name)}> closes nothing");
        }

        (XesElement Element, string? Name) top = _open[^1];
        XesElement element = XesElements.Of(name);
        if (element != top.Element || (element == XesElement.Other && Encoding.UTF8.GetString(name) != top.Name))
        {
            throw new LogFormatException(scanner.Line, $"</{Encoding.UTF8.GetString(name)}> closes <{NameOf(top)}>");
        }

        _open.RemoveAt(_open.Count - 1);
        return element;
    }

    /// <summary>Says that the file has ended.</summary>
    public void End()
    {
        if (!_any)
        {
            throw new LogFormatException(scanner.Line, "the file holds no XML element");
        }

        if (_open.Count > 0)
        {
            throw new LogFormatException(scanner.Line, $"the file ends inside <{NameOf(_open[^1])}>");
        }
    }

    private static string NameOf((XesElement Element, string? Name) open) => open.Name ?? open.Element.ToString().ToLowerInvariant();
}
