using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Tajriba.Ui.Drawings;

/// <summary>Data of a drawing or an editor as JSON inside the page, where scripts find it and the security policy does not mind it.</summary>
public static class DrawingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A script element of type <c>application/json</c>; the encoder leaves no <c>&lt;</c> in it.</summary>
    public static MarkupString Script<T>(T data) => new("<script type=\"application/json\">" + JsonSerializer.Serialize(data, Options) + "</script>");
}
