using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Tajriba.Experience.Journeys.Define;

/// <summary>Carries an unfinished definition back to its page in the address, so that nothing typed is lost.</summary>
internal static class DefinitionLink
{
    public static string To(JourneyDefinition definition, JourneyError.Invalid error)
    {
        var path = definition.Id == 0 ? "/journeys/new" : string.Create(CultureInfo.InvariantCulture, $"/journeys/{definition.Id}/edit");
        return QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
        {
            ["draft"] = WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(definition)),
            ["wrong"] = error.Member,
            ["reason"] = error.Reason,
        });
    }

    /// <summary>The draft, or null where the text is none.</summary>
    public static JourneyDefinition? Read(string? draft)
    {
        if (string.IsNullOrEmpty(draft))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<JourneyDefinition>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(draft)));
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}
