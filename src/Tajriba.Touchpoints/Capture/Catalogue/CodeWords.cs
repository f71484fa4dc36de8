using System.Text;
using Microsoft.Extensions.Localization;

namespace Tajriba.Touchpoints.Capture.Catalogue;

/// <summary>What the reader calls channels, object types and attributes: known ones in the reader's language, others as they are written, made readable.</summary>
public sealed class CodeWords(IStringLocalizer<CodeNames> names)
{
    public string Channel(string code) => Known("channel.", code);

    public string ObjectType(string code) => Known("type.", code);

    public string Attribute(string code) => Known("attribute.", code);

    private string Known(string prefix, string code)
        => names[prefix + code.ToLowerInvariant()] is { ResourceNotFound: false } known ? known.Value : Readable(code);

    /// <summary><c>part_family</c> and <c>partFamily</c> as words: <c>Part family</c>.</summary>
    private static string Readable(string code)
    {
        var text = new StringBuilder(code.Length + 4);
        for (var i = 0; i < code.Length; i++)
        {
            var parts = i > 0 && char.IsUpper(code[i]) && char.IsLower(code[i - 1]);
            text.Append(parts ? " " : "").Append(code[i] is '_' or '-' ? ' ' : parts ? char.ToLowerInvariant(code[i]) : i == 0 ? char.ToUpperInvariant(code[i]) : code[i]);
        }

        return text.ToString();
    }
}
